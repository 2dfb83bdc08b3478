import Diagnostics

/// Cuts a template into tokens.
///
/// It takes less than the library does: what a theme has no use for (other delimiters, inheritance, transforms, names
/// chosen at run time, `{{&name}}`) is refused, so that whatever passes means the same here and there.
struct TemplateParser {
    private let source: SourceText
    private(set) var tokens: [TemplateToken] = []
    private(set) var findings: [Finding] = []
    private var position = 0

    /// Reads the whole source; faults are in `findings`, and what could be read is in `tokens`.
    init(_ source: SourceText) {
        self.source = source
        while position < bytes.count { step() }
        refuseControls()
    }

    private var bytes: [UInt8] { source.bytes }

    private mutating func step() {
        let start = position
        while position < bytes.count, !starts("{{", at: position) { position += 1 }
        if position > start { tokens.append(TemplateToken(kind: .literal, range: start..<position)) }
        if position < bytes.count { tag() }
    }

    private mutating func tag() {
        let start = position
        let triple = starts("{{{", at: start)
        let closer = triple ? "}}}" : "}}"
        var end = start + 2
        let comment = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "!")
        while end < bytes.count, !starts(closer, at: end), comment || bytes[end] != newline { end += 1 }
        guard starts(closer, at: end) else {
            refuse(start..<start + 2, "this tag has no end", hint: "close it with \"\(closer)\"")
            position = start + 2
            return
        }
        let inner = String(decoding: bytes[(start + (triple ? 3 : 2))..<end], as: UTF8.self)
        position = end + closer.utf8.count
        let range = start..<position
        if let kind = kind(of: inner, triple: triple, range) { tokens.append(TemplateToken(kind: kind, range: range)) }
    }

    private mutating func kind(of inner: String, triple: Bool, _ range: Range<Int>) -> TemplateToken.Kind? {
        let trimmed = Self.trimmed(inner[...])
        if triple { return name(trimmed, range).map { .html($0) } }
        guard let first = inner.first else {
            refuse(range, "this tag is empty", hint: nil)
            return nil
        }
        let rest = Self.trimmed(inner.dropFirst())
        switch first {
        case "!": return .comment
        case "#": return name(rest, range).map { .open($0) }
        case "^": return name(rest, range).map { .inverted($0) }
        case "/": return name(rest, range).map { .close($0) }
        case ">": return name(rest, range).map { .partial($0) }
        case "&": refuse(range, "this way to write HTML is not used in themes", hint: "write {{{\(rest)}}}")
        case "=": refuse(range, "a theme cannot change the delimiters", hint: "remove this tag")
        case "<", "$": refuse(range, "templates of a theme do not inherit", hint: "use a partial: {{> name}}")
        case "%": refuse(range, "a theme cannot change how text is escaped", hint: "remove this tag")
        default:
            if trimmed.hasPrefix("t.") { return string(trimmed.dropFirst(2), range) }
            return name(trimmed, range).map { .text($0) }
        }
        return nil
    }

    private mutating func name(_ text: Substring, _ range: Range<Int>) -> String? {
        let allowed = text.utf8.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") }
        guard allowed, let first = text.utf8.first, Self.isLetter(first) else {
            refuse(range, "\"\(text)\" is not a name", hint: "a name has letters, digits and hyphens, and begins with a letter")
            return nil
        }
        return String(text)
    }

    private mutating func string(_ key: Substring, _ range: Range<Int>) -> TemplateToken.Kind? {
        let allowed = key.utf8.allSatisfy {
            Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        guard allowed, !key.isEmpty else {
            refuse(range, "\"\(key)\" is not the key of a string", hint: "as in {{t.home.open}}")
            return nil
        }
        return .string(String(key))
    }

    /// Control characters mark the places of values while a template is compiled, and no page has a use for them.
    private mutating func refuseControls() {
        let allowed: Set<UInt8> = [0x09, 0x0A, 0x0D]
        if let place = bytes.firstIndex(where: { $0 < 0x20 && !allowed.contains($0) }) {
            refuse(place..<place + 1, "a control character stands here", hint: "remove it")
        }
    }

    private mutating func refuse(_ range: Range<Int>, _ message: String, hint: String?) {
        findings.append(Finding(.templateSyntax, message, at: source.location(offset: range.lowerBound, count: range.count), hint: hint))
    }

    private func starts(_ text: String, at place: Int) -> Bool {
        place + text.utf8.count <= bytes.count && bytes[place..<place + text.utf8.count].elementsEqual(text.utf8)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

private let newline = UInt8(ascii: "\n")
