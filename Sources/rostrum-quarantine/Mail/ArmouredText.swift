import Quarantine

/// A text within the lines of OpenPGP, as RFC 9580 has them in section 7.
enum ArmouredText {
    /// What stands within a signature, without its escapes, or why it cannot be read; nil for a text without such lines.
    static func open(_ text: [UInt8]) -> OwnText? {
        let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
        if text[start...].starts(with: "-----BEGIN PGP MESSAGE-----".utf8) { return OwnText(bytes: [], hidden: .encrypted) }
        guard text[start...].starts(with: "-----BEGIN PGP SIGNED MESSAGE-----".utf8) else { return nil }
        var lines = text[start...].split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
        // Headers of the armour, then a blank line.
        lines = lines.drop { !$0.isEmpty }.dropFirst()
        var bytes: [UInt8] = []
        for line in lines {
            if line.starts(with: "-----BEGIN PGP SIGNATURE-----".utf8) { return OwnText(bytes: bytes, isSigned: true) }
            bytes += line.starts(with: "- ".utf8) ? line.dropFirst(2) : line
            bytes.append(0x0A)
        }
        return nil
    }
}
