import Crypto
package import Diagnostics
package import Files

/// A file that the office makes for one holder of a passphrase: a text to work on, and what a moderator says to it. SUBMISSIONS.md, section 4.
package enum ReturnedText {
    private static let headerCount = 60
    private static let salt = 28..<60

    /// Seals a text for somebody who has a passphrase. Throws where they have none, or no longer.
    ///
    /// - Parameter bundle: of `FileBundle.Kind.returnedText`.
    package static func seal(
        _ bundle: FileBundle, for holder: Holder, in keystore: Keystore, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> [UInt8] {
        guard let secret = keystore.slots.first(where: { $0.holder == holder })?.secret else {
            throw Failure("\(holder.named) has no passphrase that a text could be sealed for")
        }
        let salt = Secret(using: &generator).bytes
        let header = SealedFile.returnedText.beginning(site: keystore.siteBytes) + salt
        do {
            let (key, nonce) = try keyAndNonce(secret, salt: salt, site: keystore.site)
            let packed = Packing.pack(bundle.bytes, with: Deflater(level: 9))
            let box = try AES.GCM.seal(packed, using: key, nonce: nonce, authenticating: header)
            return header + box.ciphertext + box.tag
        } catch {
            throw Failure("the returned text cannot be sealed: \(error)")
        }
    }

    /// Opens one with a passphrase of its holder's, as the form does.
    package static func open(_ bytes: [UInt8], for holder: Holder, in keystore: Keystore) throws(SealedRefusal) -> FileBundle {
        guard let secret = keystore.slots.first(where: { $0.holder == holder })?.secret else { throw .damaged }
        return try open(bytes, secret: secret, site: keystore.site)
    }

    static func open(_ bytes: [UInt8], secret: Secret, site: String) throws(SealedRefusal) -> FileBundle {
        try SealedFile.returnedText.requireBeginning(of: bytes, site: Hexadecimal.bytes(site) ?? [], count: headerCount)
        let sealed = bytes[headerCount...]
        let packed: [UInt8]
        do {
            let (key, nonce) = try keyAndNonce(secret, salt: Array(bytes[salt]), site: site)
            let box = try AES.GCM.SealedBox(
                nonce: nonce, ciphertext: sealed.dropLast(Sealed.tagCount), tag: sealed.suffix(Sealed.tagCount))
            packed = Array(try AES.GCM.open(box, using: key, authenticating: bytes[..<headerCount]))
        } catch {
            throw .damaged  // for another passphrase, or what does not open
        }
        let text = try SealedFile.unpack(packed)
        do {
            return try FileBundle(text, of: .returnedText)
        } catch {
            throw .badBundle
        }
    }

    private static func keyAndNonce(_ secret: Secret, salt: [UInt8], site: String) throws -> (SymmetricKey, AES.GCM.Nonce) {
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret.child(Format.info("return", site)).key, salt: salt, info: Format.info("returned text"),
            outputByteCount: 44)
        return try derived.withUnsafeBytes { (SymmetricKey(data: $0[..<32]), try AES.GCM.Nonce(data: $0[32...])) }
    }
}
