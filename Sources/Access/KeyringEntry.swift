import Crypto
import Diagnostics

/// One entry of the keyring: a locator by which its holder finds it, and what it wraps for them. Always 256 bytes.
enum KeyringEntry {
    static let count = 256
    static let locatorCount = 16
    private static let nonceCount = 12

    /// What a slot says, wrapped for the holder of `secret`.
    static func wrap(_ contents: SlotContents, for secret: Secret, site: String, ring: String) throws(Failure) -> [UInt8] {
        let locator = locator(secret, site: site, ring: ring)
        let plain = contents.bytes
        var code = HMAC<SHA256>(key: secret.child(Format.info("slot nonce", site, ring)).key)
        code.update(data: locator)
        code.update(data: plain)
        do {
            let nonce = try AES.GCM.Nonce(data: Array(code.finalize()).prefix(nonceCount))
            let key = secret.child(Format.info("slot key", site, ring)).key
            let box = try AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: authenticated(locator, site, ring))
            return locator + Array(nonce) + box.ciphertext + box.tag
        } catch {
            throw Failure("cannot seal the keyring: \(error)")
        }
    }

    /// What the entry wraps for the holder of `secret`; nil when it is not theirs.
    static func unwrap(_ entry: ArraySlice<UInt8>, with secret: Secret, site: String, ring: String) -> SlotContents? {
        let entry = Array(entry)
        let locator = Array(entry.prefix(locatorCount))
        do {
            let nonce = try AES.GCM.Nonce(data: entry[locatorCount..<locatorCount + nonceCount])
            let box = try AES.GCM.SealedBox(
                nonce: nonce, ciphertext: entry[(locatorCount + nonceCount)...].dropLast(16), tag: entry.suffix(16))
            let key = secret.child(Format.info("slot key", site, ring)).key
            return SlotContents(try AES.GCM.open(box, using: key, authenticating: authenticated(locator, site, ring)))
        } catch {
            return nil  // the one thing that swift-crypto says here is that it does not open
        }
    }

    static func locator(_ secret: Secret, site: String, ring: String) -> [UInt8] {
        secret.bytes(Format.info("slot locator", site, ring), count: locatorCount)
    }

    /// `number` entries of one file that nobody can open; nobody without the keystore can tell them from others.
    static func unused(_ number: Int, shard: Int, keystore: Keystore, ring: String) throws(Failure) -> [[UInt8]] {
        let info = Format.info("unused entries", keystore.site, ring, String(shard))
        let stream: [UInt8]
        do {
            let nonce = try AES.GCM.Nonce(data: [UInt8](repeating: 0, count: nonceCount))  // the key seals nothing else
            let zeros = [UInt8](repeating: 0, count: number * count)
            stream = Array(try AES.GCM.seal(zeros, using: keystore.keyringSecret.child(info).key, nonce: nonce).ciphertext)
        } catch {
            throw Failure("cannot make the keyring: \(error)")
        }
        return (0..<number).map { index in
            var entry = Array(stream[index * count..<(index + 1) * count])
            entry[0] = UInt8(shard) << 4 | entry[0] & 15
            return entry
        }
    }

    private static func authenticated(_ locator: [UInt8], _ site: String, _ ring: String) -> [UInt8] {
        Format.info("slot", site, ring) + locator
    }
}
