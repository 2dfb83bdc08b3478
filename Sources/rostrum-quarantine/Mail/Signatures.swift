import Quarantine

/// What signatures and encryption leave of a part's text.
enum Signatures {
    /// Whether a part is only the signature of another one.
    static func isSignature(_ part: MailPart) -> Bool {
        ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"].contains(part.type)
    }

    /// Why the text of a part cannot be read; nil where it can.
    static func hidden(_ bytes: [UInt8], in part: MailPart) -> Opened.Refusal.Reason? {
        switch part.type {
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            switch part.parameter("smime-type") {
            case "signed-data": return .hiddenBySignature
            case "enveloped-data", "authenveloped-data": return .encrypted
            case "certs-only": return nil
            default: return kind(of: bytes) ?? .encrypted
            }
        case "application/octet-stream", "application/x-unknown":
            // What a relay made of a label that it did not know.
            return part.name?.lowercased().hasSuffix(".p7m") == true ? kind(of: bytes) ?? .encrypted : nil
        default: return nil
        }
    }

    /// What a message of the Cryptographic Message Syntax says that it is: its first object identifier.
    private static func kind(of bytes: [UInt8]) -> Opened.Refusal.Reason? {
        let head = bytes.prefix(64)
        if ByteSearch.first([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02], in: head) != nil { return .hiddenBySignature }
        let sealed: [[UInt8]] = [
            [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03],
            [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17],
        ]
        return sealed.contains { ByteSearch.first($0, in: head) != nil } ? .encrypted : nil
    }
}
