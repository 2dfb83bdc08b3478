package import Model

/// What a file of a content folder is, by its name alone.
package enum ContentFileName: Sendable, Hashable {
    /// `discussion.yaml` or `entry.yaml`.
    case facts
    /// `withdrawn.yaml`.
    case withdrawal
    /// `index.en.md`, `0003.fr.md`, `summary.en.md`, `outcome.en.md`.
    case text(TextPart, Language)
    /// `0004.withdrawn.yaml`.
    case withdrawnContribution(String)
    /// Anything below `files/`.
    case attachment

    /// Nil for a name that has no place in a folder of that kind.
    package init?(_ name: String, in kind: ContentFolder.Kind) {
        if name.hasPrefix("files/") {
            self = .attachment
        } else if name.hasSuffix(".md") {
            guard let text = Self.text(name, in: kind) else { return nil }
            self = text
        } else if name == "withdrawn.yaml", kind != .page {
            self = .withdrawal
        } else if (name == "discussion.yaml" && kind == .discussion) || (name == "entry.yaml" && kind == .entry) {
            self = .facts
        } else if kind == .discussion, name.hasSuffix(".withdrawn.yaml"), Self.isNumber(name.utf8.dropLast(15)) {
            self = .withdrawnContribution(String(name.dropLast(15)))
        } else {
            return nil
        }
    }

    private static func text(_ name: String, in kind: ContentFolder.Kind) -> Self? {
        let utf8 = name.utf8.dropLast(3)
        guard let dot = utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let stem = utf8[..<dot]
        guard let language = language(name[utf8.index(after: dot)..<utf8.endIndex]) else { return nil }
        if stem.elementsEqual("index".utf8) { return .text(.index, language) }
        guard kind == .discussion else { return nil }
        if stem.elementsEqual("summary".utf8) { return .text(.summary, language) }
        if stem.elementsEqual("outcome".utf8) { return .text(.outcome, language) }
        return isNumber(stem) ? .text(.contribution(String(name[..<dot])), language) : nil
    }

    private static func language(_ code: Substring) -> Language? {
        let isShort = code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        return isShort ? Language(String(code)) : Language(validating: String(code))
    }

    /// Four or more digits, and few enough to be a number.
    private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
        (4...9).contains(text.count) && text.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
}

/// Forms of identifiers.
package enum Identifier {
    /// Lower-case ASCII letters, digits and hyphens, at most 64 of them, with a letter or digit at both ends.
    package static func isSlug(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard let first = utf8.first, let last = utf8.last, utf8.count <= 64 else { return false }
        return utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") } && isWord(first) && isWord(last)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= 48 && byte <= 57)
    }
}
