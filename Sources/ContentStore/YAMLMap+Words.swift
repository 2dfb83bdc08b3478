import Diagnostics
package import Documents
package import Model

/// The forum's words as values of YAML keys.
extension YAMLMap {
    /// A day; of a time with its offset, the day that is written there.
    package mutating func day(_ key: String, required: Bool = false) -> Day? {
        parsed(key, required: required, as: "a date", else: .badDate, hint: "write it like 2026-11-23") {
            Day($0) ?? (Instant(iso: $0) == nil ? nil : Day($0.prefix(10)))
        }
    }

    package mutating func moment(_ key: String, required: Bool = false) -> Moment? {
        let hint = "write it like 2026-11-23, or 2026-11-23T09:00:00+01:00"
        return parsed(key, required: required, as: "a date or a time", else: .badDate, hint: hint) { Moment($0) }
    }

    package mutating func language(_ key: String, required: Bool = false) -> Language? {
        parsed(key, required: required, as: "a language code", else: .unknownLanguage, hint: Self.languageHint) { Language(validating: $0) }
    }

    package mutating func languages(_ key: String) -> [Language]? {
        let list = parsedList(key, required: true, as: "a language code", else: .unknownLanguage, hint: Self.languageHint) {
            Language(validating: $0)
        }
        return notEmpty(list, key)
    }

    /// Reports an empty list where one element is needed.
    package mutating func notEmpty<T>(_ list: [T]?, _ key: String) -> [T]? {
        if list?.isEmpty == true { report(.badValue, "\"\(key)\" must name at least one") }
        return list
    }

    /// An identifier of lower-case letters, digits and hyphens.
    package mutating func slug(_ key: String) -> String? {
        parsed(key, required: true, as: "an identifier", else: .badIdentifier, hint: "lower-case letters, digits and hyphens") {
            Identifier.isSlug($0) ? $0 : nil
        }
    }

    /// One title for each language.
    package mutating func titles(_ key: String, required: Bool = false) -> Titles? {
        guard let node = node(key, required: required) else { return nil }
        guard case .map(let entries) = node.value else {
            let hint: String? = if case .text(let text, _) = node.value { "write \(key): {en: \(text)}" } else { nil }
            report(.wrongType, "\"\(key)\" must be a map of languages, and is \(node.kindName)", at: node.span, hint: hint)
            return nil
        }
        var values: [Language: String] = [:]
        for entry in entries {
            guard let language = Language(validating: entry.key) else {
                report(.unknownLanguage, "\"\(entry.key)\" is not a language code", at: entry.keySpan, hint: Self.languageHint)
                continue
            }
            if let text = text(entry.value, entry.key) { values[language] = text }
        }
        if entries.isEmpty { report(.badValue, "\"\(key)\" must be there in at least one language", at: node.span) }
        return values.isEmpty ? nil : Titles(values)
    }

    /// A mail address, roughly: one `@` with something on both sides, no white space, no brackets.
    package mutating func mailAddress(_ key: String) -> String? {
        parsed(key, as: "a mail address", else: .badValue, hint: Self.addressHint, Self.mailAddress)
    }

    /// A list of such addresses.
    package mutating func mailAddresses(_ key: String) -> [String]? {
        parsedList(key, as: "a mail address", else: .badValue, hint: Self.addressHint, Self.mailAddress)
    }

    private static func mailAddress(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let plain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[],;:\\\"".utf8.contains($0) }
        return parts.count == 2 && plain && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".") ? text : nil
    }

    /// A list of links to something elsewhere, each with its title.
    package mutating func webLinks(_ key: String) -> [LibraryEntry.Link]? {
        maps(key) { inner -> LibraryEntry.Link? in
            let url: String? = inner.parsed(
                "url", required: true, as: "an address on the web", else: .unsafeLink, hint: "write it like https://example.org/page"
            ) { WebAddress.isPlain($0) ? $0 : nil }
            let title = inner.text("title", required: true)
            guard let url, let title else { return nil }
            return LibraryEntry.Link(url: url, title: title)
        }
    }

    /// A number of bytes, as in `25 MB`; a kilobyte is 1,000 bytes.
    package mutating func byteSize(_ key: String) -> Int? {
        parsed(key, as: "a size", else: .badValue, hint: "write it like 25 MB or 500 kB") { text in
            let parts = text.split(separator: " ")
            let units = ["kB": 1_000, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]
            guard parts.count == 2, parts[0].utf8.count <= 4, let count = Int(parts[0]), count > 0, let unit = units[String(parts[1])]
            else {
                return nil
            }
            return count * unit
        }
    }

    /// What makes a text a translation; nil for an original.
    package mutating func translation() -> Translation? {
        let isTranslation = has("translation-of")
        let language = language("translation-of")
        let source = parsed("source", required: isTranslation, as: "the hash of an original", else: .badValue, hint: Self.sourceHint) {
            Self.hash($0)
        }
        let by = text("translated-by")
        let machine = flag("machine") ?? false
        if !isTranslation, source != nil || by != nil || machine {
            report(.missingKey, "\"translation-of\" is missing", hint: "add a line translation-of: with the language of the original")
        }
        guard let language, let source else { return nil }
        return Translation(of: language, source: source, by: by, machine: machine)
    }

    private static func hash(_ text: String) -> String? {
        guard text.hasPrefix("sha256:") else { return nil }
        let digits = text.dropFirst(7)
        let isHex = digits.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")) }
        return digits.utf8.count == 64 && isHex ? String(digits) : nil
    }

    private static let addressHint = "write it like forum@example.org"
    private static let sourceHint = "write sha256: and 64 digits from 0 to f"
    private static let languageHint = "two or three lower-case letters, as in en"
}
