package import Diagnostics

/// Values of one key, each with its rules.
extension YAMLMap {
    /// A text in one line, not empty; white space at both ends is dropped.
    package mutating func text(_ key: String, required: Bool = false) -> String? {
        node(key, required: required).flatMap { text($0, key) }
    }

    /// A node as a text in one line.
    package mutating func text(_ node: YAMLNode, _ name: String) -> String? {
        guard case .text(let raw, let plain) = node.value else {
            reportType(node, name, "a text", hint: "write one behind the colon")
            return nil
        }
        let text = Self.trimmed(raw)
        guard !text.isEmpty, !(plain && (text == "~" || text == "null")) else {
            report(.wrongType, "\"\(name)\" has no value", at: node.span, hint: "write one, or leave the key out")
            return nil
        }
        guard !Self.hasControls(text) else {
            report(.badValue, "\"\(name)\" must be one line without control characters", at: node.span, hint: "write it in one line")
            return nil
        }
        return text
    }

    /// A whole number within bounds, written without quotes.
    package mutating func number(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
        node(key, required: required).flatMap { number($0, key, in: range) }
    }

    /// A node as a whole number.
    package mutating func number(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
        guard case .text(let text, plain: true) = node.value, let value = Self.digits(text) else {
            let quoted = if case .text(_, plain: false) = node.value { true } else { false }
            reportType(node, name, "a whole number", hint: quoted ? "without quotes" : "write it in digits")
            return nil
        }
        guard range.contains(value) else {
            report(.badValue, "\"\(name)\" is out of range", at: node.span, hint: "from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    /// `true` or `false`, written without quotes.
    package mutating func flag(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        switch node.value {
        case .text("true", plain: true): return true
        case .text("false", plain: true): return false
        case .text(let text, _):
            let meant = ["yes", "on", "true", "y"].contains(text.lowercased()) ? "true" : "false"
            let known = ["yes", "on", "true", "y", "no", "off", "false", "n"].contains(text.lowercased())
            reportType(node, key, "true or false", hint: known ? "write \(key): \(meant)" : "write one of the two words")
        default: reportType(node, key, "true or false", hint: "write one of the two words")
        }
        return nil
    }

    /// A text that `parse` understands.
    ///
    /// - Parameters:
    ///   - kind: the finding where it does not.
    ///   - expected: what the value must be, as in `a date`.
    ///   - hint: the form to write.
    package mutating func parsed<T>(
        _ key: String, required: Bool = false, as expected: String, else kind: FindingKind, hint: String?, _ parse: (String) -> T?
    ) -> T? {
        node(key, required: required).flatMap { parsed($0, key, as: expected, else: kind, hint: hint, parse) }
    }

    /// A node as a text that `parse` understands.
    package mutating func parsed<T>(
        _ node: YAMLNode, _ name: String, as expected: String, else kind: FindingKind, hint: String?, _ parse: (String) -> T?
    ) -> T? {
        guard let text = text(node, name) else { return nil }
        if let value = parse(text) { return value }
        report(kind, "\"\(text)\" is not \(expected)", at: node.span, hint: hint)
        return nil
    }

    /// One of the words of an enumeration.
    package mutating func choice<T: RawRepresentable & CaseIterable>(_ key: String, required: Bool = false, of type: T.Type) -> T?
    where T.RawValue == String {
        guard let node = node(key, required: required), let text = text(node, key) else { return nil }
        if let value = T(rawValue: text) { return value }
        let hint = Suggestion.hint(for: text, among: T.allCases.map(\.rawValue))
        report(.badValue, "\"\(key)\" cannot be \"\(text)\"", at: node.span, hint: hint)
        return nil
    }

    private static func digits(_ text: String) -> Int? {
        let utf8 = text.utf8
        guard !utf8.isEmpty, utf8.count <= 15, utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        return Int(text)
    }

    private static func trimmed(_ text: String) -> String {
        let blank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last, blank(first) || blank(last) else { return text }
        guard let start = utf8.firstIndex(where: { !blank($0) }), let end = utf8.lastIndex(where: { !blank($0) }) else { return "" }
        return String(text[start...end])
    }

    /// C0, DEL and C1 controls.
    private static func hasControls(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte < 0xA0) { return true }
            before = byte
        }
        return false
    }
}
