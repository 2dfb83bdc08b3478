/// A language by its code, as it stands in file names: two or three lower-case letters, perhaps a script or region (`zh`, `pt-br`).
package struct Language: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// A language subtag as in BCP 47: two or three lower-case letters.
    package let code: String

    package init(_ code: String) {
        self.code = code
    }

    /// Nil when the text has not the form of a language code.
    package init?(validating code: String) {
        let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let letters = { (part: Substring.UTF8View) in part.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } }
        guard let first = parts.first, (2...3).contains(first.count), parts.count <= 2, parts.allSatisfy(letters) else { return nil }
        guard parts.count == 1 || (2...4).contains(parts[1].count) else { return nil }
        self.code = code
    }

    /// Whether the language is written from right to left.
    package var isRightToLeft: Bool {
        ["ar", "fa", "he", "ur", "ps", "dv", "yi"].contains(String(code.prefix { $0 != "-" }))
    }

    package var description: String { code }

    package static func < (a: Language, b: Language) -> Bool { a.code < b.code }
}
