/// Cuts HTML or XML into tags and texts, as browsers do, in one pass.
///
/// Whatever is not closed ends with the document, so that no place is looked at twice.
struct HTMLTokenizer {
    enum Token {
        /// Characters between tags, with their references.
        case text(ArraySlice<UInt8>)
        /// Name in lower case, attributes as written.
        case open(name: String, attributes: [Attribute])
        case close(name: String)
        /// What stands between `<script>` and `</script>`, or within another element whose content is no markup.
        case raw(of: String, ArraySlice<UInt8>)
        /// `<!DOCTYPE …>` and other declarations.
        case declaration(ArraySlice<UInt8>)
    }

    struct Attribute {
        /// In lower case.
        let name: String
        /// Without quotes; references are not resolved.
        let value: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The element whose content is no markup.
    private var raw: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        if let name = raw {
            raw = nil
            return .raw(of: name, rawText(until: name))
        }
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else { return text() }
            let second = bytes[position + 1]
            if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
                if let token = declaration() { return token }
            } else if second == UInt8(ascii: "/") {
                if let token = closingTag() { return token }
            } else {
                return Self.isLetter(second) ? openingTag() : text()
            }
        }
        return nil
    }

    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(bytes[start..<position])
    }

    /// Nil for a comment.
    private mutating func declaration() -> Token? {
        let start = position
        if bytes[position...].starts(with: "<!--".utf8) {
            skip(past: "-->", from: position + 4)
            return nil
        }
        if bytes[position...].starts(with: "<![CDATA[".utf8) {
            skip(past: "]]>", from: position + 9)
            return .text(bytes[min(start + 9, position)..<max(min(start + 9, position), position - 3)])
        }
        skip(past: ">", from: position)
        return .declaration(bytes[start..<position])
    }

    private mutating func skip(past end: String, from start: Int) {
        let start = min(start, bytes.count)
        position = ByteSearch.first(end, in: bytes[start...]).map { $0 + end.utf8.count } ?? bytes.count
    }

    /// Nil for one without a name.
    private mutating func closingTag() -> Token? {
        position += 2
        let name = tagName()
        skip(past: ">", from: position)
        return name.isEmpty ? nil : .close(name: name)
    }

    private mutating func openingTag() -> Token {
        position += 1
        let name = tagName()
        var attributes: [Attribute] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if Self.isBlank(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
                position += 1
            } else {
                let attribute = attribute()
                if attributes.count < 200 { attributes.append(attribute) }
            }
        }
        let isClosed = position > 0 && position < bytes.count && bytes[position - 1] == UInt8(ascii: "/")
        position = min(position + 1, bytes.count)
        if Self.rawElements.contains(name), !isClosed { raw = name }
        return .open(name: name, attributes: attributes)
    }

    private mutating func attribute() -> Attribute {
        let start = position
        position += 1  // even a `=` or quote begins a name here
        while position < bytes.count, !Self.isBlank(bytes[position]), !"=/>".utf8.contains(bytes[position]) { position += 1 }
        let name = String(decoding: bytes[start..<min(position, start + 100)], as: UTF8.self).lowercased()
        var next = position
        while next < bytes.count, Self.isBlank(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return Attribute(name: name, value: []) }
        position = next + 1
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
        let quote = position < bytes.count ? bytes[position] : 0
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let begin = position + 1
            position = bytes[begin...].firstIndex(of: quote) ?? bytes.count
            defer { position = min(position + 1, bytes.count) }
            return Attribute(name: name, value: bytes[begin..<position])
        }
        let begin = position
        while position < bytes.count, !Self.isBlank(bytes[position]), bytes[position] != UInt8(ascii: ">") { position += 1 }
        return Attribute(name: name, value: bytes[begin..<position])
    }

    private mutating func tagName() -> String {
        let start = position
        while position < bytes.count, !Self.isBlank(bytes[position]), !"/>".utf8.contains(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<min(position, start + 100)], as: UTF8.self).lowercased()
    }

    private mutating func rawText(until name: String) -> ArraySlice<UInt8> {
        let start = position
        let end = Array("</\(name)".utf8)
        while let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = next
            let isName = bytes[next...].prefix(end.count).elementsEqual(end, by: { $0 == $1 || ($0 | 0x20 == $1 && Self.isLetter($0)) })
            let after = next + end.count
            if isName, after >= bytes.count || Self.isBlank(bytes[after]) || "/>".utf8.contains(bytes[after]) { return bytes[start..<next] }
            position += 1
        }
        position = bytes.count
        return bytes[start...]
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static let rawElements: Set = ["script", "style", "title", "textarea", "noframes", "noembed", "iframe", "xmp"]
}
