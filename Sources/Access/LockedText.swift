import Crypto
import Diagnostics
import FoundationEssentials

/// A keystore's text sealed with a passphrase, as JSON in the place of the keystore's own. FORMAT.md, section 10.
struct LockedText: Codable {
    static let version = 1
    private static let purpose = "locked keystore"
    private static let nonceCount = 12

    /// The version of this layout; no keystore that is not locked has this key.
    let locked: Int
    /// The logarithm of scrypt's N.
    let scrypt: Int
    let salt: String
    let nonce: String
    let sealed: String
    /// SHA-256 over the other values, so that damage is not taken for a wrong passphrase.
    let check: String

    /// Whether a file holds a locked keystore rather than an open one; false for what is neither.
    static func isLocked(_ bytes: [UInt8]) -> Bool {
        struct Mark: Decodable {
            let locked: Int
        }
        do {
            _ = try JSONDecoder().decode(Mark.self, from: Data(bytes))
            return true
        } catch {
            return false  // whatever else it is, it is read as a keystore, and what is wrong with it is told then
        }
    }

    static func write(
        _ text: [UInt8], passphrase: ChosenPassphrase, cost: Int, using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> [UInt8] {
        let salt = Secret(using: &generator).bytes
        let nonce = Array(Secret(using: &generator).bytes.prefix(nonceCount))
        let key = try passphrase.key(for: purpose, salt: salt, cost: cost)
        do {
            let box = try AES.GCM.seal(text, using: key.key, nonce: AES.GCM.Nonce(data: nonce), authenticating: authenticated(cost, salt))
            var unchecked = LockedText(cost: cost, salt: salt, nonce: nonce, sealed: Array(box.ciphertext) + box.tag, check: "")
            unchecked = LockedText(cost: cost, salt: salt, nonce: nonce, sealed: Array(box.ciphertext) + box.tag, check: unchecked.hash)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(unchecked)) + [UInt8(ascii: "\n")]
        } catch {
            throw Failure("cannot lock the keys: \(error)")
        }
    }

    /// Reads the file; what it holds stays sealed.
    static func read(_ bytes: [UInt8]) throws(KeystoreText.Damage) -> LockedText {
        let text: LockedText
        do {
            text = try JSONDecoder().decode(LockedText.self, from: Data(bytes))
        } catch {
            throw KeystoreText.Damage(reason: "it is not complete, or not the JSON that was written")
        }
        guard text.locked == version else { throw KeystoreText.Damage(reason: "it was locked in a way that this program does not know") }
        guard text.check == text.hash else { throw KeystoreText.Damage(reason: "its check sum is wrong") }
        return text
    }

    /// The keystore's text; nil where the passphrase is a wrong one.
    func open(_ passphrase: ChosenPassphrase) throws(KeystoreText.Damage) -> [UInt8]? {
        guard ChosenPassphrase.acceptedCosts.contains(scrypt), let salt = Hexadecimal.bytes(salt), salt.count == ChosenPassphrase.saltCount,
            let nonce = Hexadecimal.bytes(nonce), nonce.count == LockedText.nonceCount, let sealed = Hexadecimal.bytes(sealed),
            sealed.count > Sealed.tagCount
        else { throw KeystoreText.Damage(reason: "what it was locked with is out of range") }
        let key: Secret
        do {
            key = try passphrase.key(for: LockedText.purpose, salt: salt, cost: scrypt)
        } catch {
            throw KeystoreText.Damage(reason: error.message)
        }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: nonce), ciphertext: sealed.dropLast(Sealed.tagCount), tag: sealed.suffix(Sealed.tagCount))
            return Array(try AES.GCM.open(box, using: key.key, authenticating: LockedText.authenticated(scrypt, salt)))
        } catch {
            return nil  // the one thing that swift-crypto says here is that it does not open
        }
    }

    private init(cost: Int, salt: [UInt8], nonce: [UInt8], sealed: [UInt8], check: String) {
        locked = LockedText.version
        scrypt = cost
        self.salt = Hexadecimal.text(salt)
        self.nonce = Hexadecimal.text(nonce)
        self.sealed = Hexadecimal.text(sealed)
        self.check = check
    }

    private var hash: String {
        Digest.sha256Hex(Format.encode([String(locked), String(scrypt), salt, nonce, sealed]))
    }

    private static func authenticated(_ cost: Int, _ salt: [UInt8]) -> [UInt8] {
        Format.info(purpose, String(version), String(cost), Hexadecimal.text(salt))
    }
}
