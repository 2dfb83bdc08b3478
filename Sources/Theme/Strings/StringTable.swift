import Diagnostics
import Documents
import Model

/// The strings of one language as its file holds them, flattened to keys with dots.
struct StringTable {
    let language: Language
    let source: SourceText
    /// By their whole keys.
    private(set) var entries: [String: StringEntry] = [:]
    private(set) var findings: [Finding] = []

    private var place: YAMLPlace { YAMLPlace(source: source, start: 0) }

    /// - Parameter prefix: what the keys of its folder begin with.
    init(_ source: SourceText, language: Language, prefix: String) {
        self.language = language
        self.source = source
        guard let root = YAMLParser.map(in: source, range: 0..<source.bytes.count, findings: &findings) else { return }
        if case .map(let entries) = root.value { read(entries, under: prefix) }
    }

    private mutating func read(_ list: [YAMLNode.Entry], under prefix: String) {
        for entry in list {
            let key = prefix + entry.key
            switch entry.value.value {
            case .text(let text, _):
                if let phrase = phrase(text, entry) { entries[key] = StringEntry(value: .text(phrase), keySpan: entry.keySpan) }
            case .map(let inner):
                if Self.isPlural(inner) { plural(key, entry, inner) } else { read(inner, under: key + ".") }
            case .list: refuse("a string cannot be a list", entry.keySpan, hint: "write one text")
            }
        }
    }

    /// A map is a plural when all its keys are plural forms: no other string is named so.
    private static func isPlural(_ entries: [YAMLNode.Entry]) -> Bool {
        !entries.isEmpty && entries.allSatisfy { PluralCategory(rawValue: $0.key) != nil }
    }

    private mutating func plural(_ key: String, _ entry: YAMLNode.Entry, _ inner: [YAMLNode.Entry]) {
        var forms: [PluralCategory: Phrase] = [:]
        for form in inner {
            guard let category = PluralCategory(rawValue: form.key) else { continue }
            guard case .text(let text, _) = form.value.value else {
                refuse("a plural form must be a text", form.keySpan, hint: nil)
                continue
            }
            forms[category] = phrase(text, form)
        }
        let wanted = PluralCategory.categories(of: language)
        let given = Set(inner.compactMap { PluralCategory(rawValue: $0.key) })
        let names = wanted.map(\.rawValue).joined(separator: ", ")
        for missing in wanted where !given.contains(missing) {
            refuse("\"\(key)\" lacks the plural form \"\(missing.rawValue)\"", entry.keySpan, hint: "the forms in \(language): \(names)")
        }
        for form in inner where !wanted.contains(where: { $0.rawValue == form.key }) {
            refuse("the language \(language) has no plural form \"\(form.key)\"", form.keySpan, hint: "its forms: \(names)")
        }
        entries[key] = StringEntry(value: .plural(forms), keySpan: entry.keySpan)
    }

    private mutating func phrase(_ text: String, _ entry: YAMLNode.Entry) -> Phrase? {
        if text.isEmpty {
            refuse("this string is empty", entry.keySpan, hint: "write the text, or remove the key")
            return nil
        }
        // Control characters mark the places of values while a template is compiled; a line break would end a line of it.
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            refuse("this string holds a line break or another control character", entry.keySpan, hint: "write it in one line")
            return nil
        }
        guard let phrase = Phrase(text) else {
            refuse("a brace in this string opens or closes no name", entry.keySpan, hint: "values stand as {name}")
            return nil
        }
        return phrase
    }

    private mutating func refuse(_ message: String, _ span: YAMLNode.Span, hint: String?) {
        findings.append(Finding(.stringMalformed, message, at: place.location(span), hint: hint))
    }

    /// The place of a key, for a finding.
    func location(_ entry: StringEntry) -> Location { place.location(entry.keySpan) }
}
