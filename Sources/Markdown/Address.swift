/// Where a link's address leads, decided on what is written and on what a careless reader of it could take it for.
///
/// Only http and https with a host, mailto and tel may stay, and references without a scheme. A colon in a reference's first segment is
/// taken for the end of a scheme however it is disguised (control characters, percent-encoding, even repeated, entities),
/// so that no later step that decodes once more turns the reference into `javascript:`. RFC 3986, section 4.2, asks for
/// `./` before such a segment; so do we.
enum Address {
    /// A path, a query or an anchor: leads to no other host.
    case relative
    case outside
    /// A mail address or telephone number.
    case direct
    case unsafe

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let scheme = Self.scheme(bytes) {
            switch scheme {
            case "http", "https": self = Self.namesHost(bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst()) ? .outside : .unsafe
            case "mailto", "tel": self = .direct
            default: self = .unsafe
            }
            return
        }
        let begin = bytes.firstIndex { $0 > 0x20 && $0 != 0x7F } ?? bytes.endIndex
        if bytes.count >= begin + 2, Self.isSlash(bytes[begin]), Self.isSlash(bytes[begin + 1]) {
            self = .outside
        } else {
            self = Self.hidesColon(bytes) ? .unsafe : .relative
        }
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { Address($0) }
    }

    /// Browsers read `\` as `/` in addresses.
    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    /// What stands plainly before a colon, in lower case; nil where that is not the form of a scheme.
    private static func scheme(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        for (index, byte) in bytes.enumerated() {
            switch byte | 0x20 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): continue
            default: break
            }
            switch byte {
            case UInt8(ascii: ":"):
                // The longest allowed one has six letters.
                return index == 0 ? nil : String(decoding: bytes[..<min(index, 16)], as: UTF8.self).lowercased()
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if index == 0 { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// Whether what follows `http:` is `//` and a host, perhaps with a port: browsers guess at anything else, and not as a reader
    /// would. A host holds none of the characters that the URL standard forbids there; so no name and password before it either.
    private static func namesHost(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard rest.starts(with: "//".utf8) else { return false }
        var host = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), host[(colon + 1)...].allSatisfy({ (0x30...0x39).contains($0) }) {
            host = host[..<colon]
        }
        if host.first == UInt8(ascii: "["), host.count > 3, host.last == UInt8(ascii: "]") {
            return host.dropFirst().dropLast().allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
        }
        return !host.isEmpty && host.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"%:<>@[\\]^|".utf8.contains($0) }
    }

    /// Whether a colon stands, perhaps encoded, before the first `/`, `?` or `#`.
    private static func hidesColon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
            case UInt8(ascii: "&"):
                let rest = bytes[(index + 1)...].prefix(6)
                if rest.first == UInt8(ascii: "#") { return true }
                if String(decoding: rest, as: UTF8.self).lowercased() == "colon;" { return true }
            case UInt8(ascii: "%"):
                while index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "2"), bytes[index + 2] == UInt8(ascii: "5") { index += 2 }
                let code = bytes[(index + 1)...].prefix(2)
                if code.elementsEqual("3a".utf8) || code.elementsEqual("3A".utf8) { return true }
            case let byte where schemeNever.contains(byte): return false
            default: break
            }
            index += 1
        }
        return false
    }
}

/// Characters that stand in no scheme and that no decoding takes away.
private let schemeNever = [UInt8]("!$'()*,=@_~".utf8)
