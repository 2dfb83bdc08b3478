import Crypto

/// Names for files and folders of the site that tell nothing of what is in them.
package struct OpaqueNames: Sendable {
    private let key: SymmetricKey
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    private static let symbolCount = 16

    package init(_ keystore: Keystore) {
        key = keystore.namesKey.key
    }

    private init(standIns: String) {
        key = SymmetricKey(data: SHA256.hash(data: Array(standIns.utf8)))
    }

    /// Names of the same form for whoever looks at a forum without its keys. Anybody can work them out, so they stand in no site.
    package static let standIns = OpaqueNames(standIns: "stand-ins")

    /// The name that stands for `purpose` on this site, always the same: 16 small letters and digits from 2 to 7 (80 bits).
    package func name(for purpose: String) -> String {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Format.info("opaque name", purpose))
        var symbols: [UInt8] = []
        var bits = 0
        var rest: UInt32 = 0
        for byte in code.finalize() {
            rest = rest << 8 | UInt32(byte)
            bits += 8
            while bits >= 5, symbols.count < OpaqueNames.symbolCount {
                bits -= 5
                symbols.append(OpaqueNames.alphabet[Int(rest >> UInt32(bits) & 31)])
            }
            rest &= 1 << UInt32(bits) - 1
            if symbols.count == OpaqueNames.symbolCount { break }
        }
        return String(decoding: symbols, as: UTF8.self)
    }
}
