/// HTML as templates and `HTMLRenderer` write it, in the XML form that books want: empty elements are closed, every attribute has a value,
/// there is no character that XML does not know, and addresses are what RFC 3986 takes for such: none that begins at the root of a host, which a book has not, none
/// with a bare `%` or a second `#`.
///
/// It takes what it is given for sound: `<` begins a tag, and quotation marks in it an attribute's value.
struct XHTML {
    let bytes: [UInt8]

    /// - Parameter host: what an address that begins with `/` is put behind: `https://example.org`, without a `/` at its end.
    init(_ html: [UInt8], host: String) {
        var writer = Writer(html, host: host)
        writer.run()
        bytes = writer.out
    }

    /// Elements that have no end tag.
    private static let empty = Set(
        ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"].map { Array($0.utf8) })
    private static let replacement: [UInt8] = Array("\u{FFFD}".utf8)

    private struct Writer {
        private let html: [UInt8]
        private let host: [UInt8]
        private var at = 0
        var out: [UInt8] = []

        init(_ html: [UInt8], host: String) {
            self.html = html
            self.host = Array(host.utf8)
            out.reserveCapacity(html.count + html.count / 16)
        }

        mutating func run() {
            while at < html.count {
                if html[at...].starts(with: "<!--".utf8) {
                    takeComment()
                } else if html[at] == UInt8(ascii: "<"), at + 1 < html.count, Self.isLetter(html[at + 1]) {
                    takeTag()
                } else {
                    take()
                }
            }
        }

        /// The next character; what is none in XML becomes the one that stands for such.
        private mutating func take() {
            let byte = html[at]
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                out += XHTML.replacement
                at += 1
            } else if byte == 0xEF, at + 2 < html.count, html[at + 1] == 0xBF, html[at + 2] >= 0xBE {
                out += XHTML.replacement
                at += 3
            } else {
                out.append(byte)
                at += 1
            }
        }

        private mutating func takeComment() {
            let end = html[(at + 4)...].firstRange(of: Array("-->".utf8))?.upperBound ?? html.count
            while at < end { take() }
        }

        private mutating func takeTag() {
            out.append(html[at])
            at += 1
            let name = takeWord()
            while at < html.count {
                switch html[at] {
                case UInt8(ascii: ">"):
                    if XHTML.empty.contains(name), out.last != UInt8(ascii: "/") { out.append(UInt8(ascii: "/")) }
                    return take()
                case UInt8(ascii: "/"), 0x09, 0x0A, 0x0D, 0x20: take()
                default: takeAttribute()
                }
            }
        }

        private mutating func takeAttribute() {
            let name = takeWord()
            guard at < html.count, html[at] == UInt8(ascii: "=") else {
                out += Array("=\"\"".utf8)
                return
            }
            take()
            guard at < html.count, html[at] == UInt8(ascii: "\"") else { return }
            take()
            if name == Array("href".utf8), html[at...].starts(with: "/".utf8) {
                out += html[at...].starts(with: "//".utf8) ? Array("https:".utf8) : host
            }
            var hasFragment = false
            while at < html.count, html[at] != UInt8(ascii: "\"") {
                if name == Array("href".utf8), isStray(&hasFragment) {
                    out += html[at] == UInt8(ascii: "#") ? Array("%23".utf8) : Array("%25".utf8)
                    at += 1
                } else {
                    take()
                }
            }
            if at < html.count { take() }
        }

        /// Whether the next character is a `%` that begins no escape, or a `#` after the first.
        private func isStray(_ hasFragment: inout Bool) -> Bool {
            switch html[at] {
            case UInt8(ascii: "%"): return !(at + 2 < html.count && Self.isHex(html[at + 1]) && Self.isHex(html[at + 2]))
            case UInt8(ascii: "#") where at == 0 || html[at - 1] != UInt8(ascii: "&"):
                defer { hasFragment = true }
                return hasFragment
            default: return false
            }
        }

        private static func isHex(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
        }

        /// What stands up to a blank or one of `=>/"`; at least a character of it, so that there is an end.
        private mutating func takeWord() -> [UInt8] {
            let start = at
            repeat { take() } while at < html.count && html[at] > 0x20 && !"=>/\"".utf8.contains(html[at])
            return Array(html[start..<at])
        }

        private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    }
}
