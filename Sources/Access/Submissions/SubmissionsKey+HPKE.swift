import Crypto
import FoundationEssentials

/// RFC 9180 in base mode, for one text each: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
extension SubmissionsKey {
    private static let suite = HPKE.Ciphersuite.P256_SHA256_AES_GCM_256

    /// Seals a text for this key, with an ephemeral key of its own.
    ///
    /// - Parameter authenticated: makes of what is encapsulated (an uncompressed point) all that stands before the ciphertext.
    /// - Returns: that, then ciphertext and tag.
    func seal(_ text: [UInt8], info: [UInt8], after authenticated: ([UInt8]) -> [UInt8]) throws -> [UInt8] {
        let recipient = try P256.KeyAgreement.PublicKey(x963Representation: publicPoint)
        var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: Self.suite, info: Data(info))
        let header = authenticated(Array(sender.encapsulatedKey))
        return header + (try sender.seal(text, authenticating: header))
    }

    /// The text that was sealed for this key; nil where it does not open, or what was encapsulated is no point in the uncompressed form.
    func open(_ ciphertext: ArraySlice<UInt8>, encapsulated: ArraySlice<UInt8>, info: [UInt8], authenticated: ArraySlice<UInt8>) -> [UInt8]?
    {
        guard encapsulated.count == Self.pointCount, encapsulated.first == 4 else { return nil }
        do {
            let own = try P256.KeyAgreement.PrivateKey(rawRepresentation: scalar.bytes)
            var recipient = try HPKE.Recipient(
                privateKey: own, ciphersuite: Self.suite, info: Data(info), encapsulatedKey: Data(encapsulated))
            return Array(try recipient.open(ciphertext, authenticating: authenticated))
        } catch {
            return nil  // a point that is not on the curve, or what does not open
        }
    }
}
