import Diagnostics
import Documents
import Foundation
package import Model

/// Names of States: those of United Nations Terminology where `states.yaml` has them, else Foundation's.
package struct StateNames: Sendable {
    /// ISO 3166-1 alpha-2 codes of the States that `members: all` stands for, in the order of the codes.
    package let codes: [String]
    private let names: [Language: [String: String]]

    /// Reads `codes` (a list) and `names` (for each code, a map from languages to names).
    init(_ source: SourceText, languages: [Language], findings: inout [Finding]) {
        var codes: Set<String> = []
        var overrides: [Language: [String: String]] = [:]
        let place = YAMLPlace(source: source, start: 0)
        let refuse = { (kind: FindingKind, message: String, span: YAMLNode.Span, hint: String?) in
            Finding(kind, message, at: place.location(span), hint: hint)
        }
        let root = YAMLParser.map(in: source, range: 0..<source.bytes.count, findings: &findings)
        guard case .map(let entries)? = root?.value else {
            self.codes = []
            names = [:]
            return
        }
        for entry in entries {
            switch (entry.key, entry.value.value) {
            case ("codes", .list(let items)):
                for item in items {
                    if case .text(let code, _) = item.value, Self.isCode(code) {
                        codes.insert(code)
                    } else {
                        findings.append(refuse(.badValue, "this is no code of a State", item.span, "two capital letters, as in CH"))
                    }
                }
            case ("names", .map(let states)):
                for state in states { Self.read(state, into: &overrides, findings: &findings, refuse) }
            case ("codes", _), ("names", _):
                let hint = entry.key == "codes" ? "a list of codes" : "codes with names in each language"
                findings.append(refuse(.wrongType, "\"\(entry.key)\" has the wrong form", entry.keySpan, hint))
            default:
                let hint = Suggestion.hint(for: entry.key, among: ["codes", "names"])
                findings.append(refuse(.unknownKey, "there is no key \"\(entry.key)\" here", entry.keySpan, hint))
            }
        }
        self.codes = codes.sorted()
        names = Self.complete(overrides, codes: codes, languages: languages)
    }

    /// The State's name; for a code without one, the code itself.
    package func name(of code: String, in language: Language) -> String {
        if let name = names[language]?[code] { return name }
        return Self.isUserAssigned(code) ? code : language.locale.localizedString(forRegionCode: code) ?? code
    }

    /// Whether there is a name for a code, here or in Foundation's tables.
    package func knows(_ code: String) -> Bool {
        if names.values.contains(where: { $0[code] != nil }) { return true }
        return !Self.isUserAssigned(code) && Locale.Region.isoRegions.contains(Locale.Region(code))
    }

    /// Codes that ISO 3166-1 leaves to its users mean no State, though the CLDR has names for some ("Pseudo-Accents").
    private static func isUserAssigned(_ code: String) -> Bool {
        code == "AA" || code == "ZZ" || code.hasPrefix("X") || ("QM"..."QZ").contains(code)
    }

    private static func read(
        _ state: YAMLNode.Entry, into overrides: inout [Language: [String: String]], findings: inout [Finding],
        _ refuse: (FindingKind, String, YAMLNode.Span, String?) -> Finding
    ) {
        guard isCode(state.key), case .map(let names) = state.value.value else {
            findings.append(refuse(.badValue, "this is no State with its names", state.keySpan, "as in CI: {en: Côte d'Ivoire}"))
            return
        }
        for name in names {
            guard let language = Language(validating: name.key), case .text(let text, _) = name.value.value, !text.isEmpty else {
                findings.append(refuse(.badValue, "this is no name in a language", name.keySpan, "as in en: Côte d'Ivoire"))
                continue
            }
            overrides[language, default: [:]][state.key] = text
        }
    }

    /// Foundation is asked once for each State and language, not for each page.
    private static func complete(
        _ overrides: [Language: [String: String]], codes: Set<String>, languages: [Language]
    ) -> [Language: [String: String]] {
        var all = overrides
        for language in languages {
            let locale = language.locale
            for code in codes where all[language]?[code] == nil {
                all[language, default: [:]][code] = locale.localizedString(forRegionCode: code) ?? code
            }
        }
        return all
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }
    }
}
