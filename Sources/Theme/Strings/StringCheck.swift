import Diagnostics
import Model

/// Checks the strings of one folder in all languages against English, against what templates and Swift use, and against each other.
struct StringCheck {
    private(set) var findings: [Finding] = []
    private let tables: [StringTable]
    private let english: StringTable
    private let names: [any StringName]
    /// Strings in templates, each with the first place of its use.
    private let used: [String: Location]
    /// What the keys begin with of the strings that a script says; nil where no script says any of these.
    private let scripted: String?
    /// Nil where the script is not known, and so which of its strings it uses.
    private let scriptWords: Set<String>?

    /// - Parameters:
    ///   - tables: one for each language, English among them.
    ///   - used: by templates.
    ///   - script: the one that says some of these strings.
    init(_ folder: StringFolder, _ tables: [StringTable], english: StringTable, used: [String: Location], script: [UInt8]?) {
        self.tables = tables
        self.english = english
        self.used = used.filter { folder.has($0.key) }
        names = folder.names
        scripted = folder.script?.strings
        scriptWords = script.map(Self.quotedWords)
        checkUses()
        checkSwift()
        for table in tables {
            checkUnknown(table)
            if table.language != english.language { compare(table) }
        }
    }

    /// Templates write strings as they are: those must exist, and take no values.
    private mutating func checkUses() {
        for (key, location) in used.sorted(by: { $0.key < $1.key }) {
            guard let entry = english.entries[key] else {
                let hint = Suggestion.nearest(to: key, among: english.entries.keys.sorted()).map { "did you mean \"t.\($0)\"?" }
                add(.stringMissing, "there is no string \"\(key)\"", location, hint ?? "add it to \(english.source.path)")
                continue
            }
            if entry.isPlural || !entry.placeholders.isEmpty {
                add(.templateSyntax, "the string \"\(key)\" takes values, which no template can give", location, "use another string")
            }
        }
    }

    private mutating func checkSwift() {
        for key in names {
            guard let entry = english.entries[key.rawValue] else {
                let location = Location(file: english.source.path)
                add(.stringMissing, "the string \"\(key.rawValue)\" is missing", location, "add it: pages need it")
                continue
            }
            if entry.isPlural != key.isPlural {
                let hint = key.isPlural ? "write a text for each: one, other" : "write one text"
                add(.stringMalformed, "\"\(key.rawValue)\" has the wrong form", english.location(entry), hint)
            }
            let extra = entry.placeholders.subtracting(key.placeholders).sorted()
            if let first = extra.first {
                let hint = key.placeholders.isEmpty ? "it has no values" : "its values: " + Self.braced(key.placeholders)
                add(.stringMalformed, "there is no value {\(first)} for \"\(key.rawValue)\"", english.location(entry), hint)
            }
        }
    }

    private mutating func checkUnknown(_ table: StringTable) {
        let known = Set(used.keys).union(names.map(\.rawValue))
        for (key, entry) in table.entries where !known.contains(key) {
            if let scripted, key.hasPrefix(scripted), scriptWords?.contains(String(key.dropFirst(scripted.count))) ?? true { continue }
            let missing = known.subtracting(table.entries.keys)
            let hint = Suggestion.nearest(to: key, among: missing.sorted()).map { "did you mean \"\($0)\"?" }
            add(.stringUnknown, "nothing uses the string \"\(key)\"", table.location(entry), hint ?? "remove it")
        }
    }

    /// The words in quotation marks in a script, which names its strings by the last part of their keys.
    private static func quotedWords(_ script: [UInt8]) -> Set<String> {
        let quotes = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
        return Set(
            script.split { quotes.contains($0) }
                .filter { $0.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 } }
                .map { String(decoding: $0, as: UTF8.self) })
    }

    private mutating func compare(_ table: StringTable) {
        for (key, reference) in english.entries {
            guard let entry = table.entries[key] else {
                let location = english.location(reference)
                add(.stringMissing, "\(table.source.path) lacks the string \"\(key)\"", location, "translate it")
                continue
            }
            guard entry.isPlural == reference.isPlural else {
                let hint = reference.isPlural ? "write a text for each plural form" : "write one text"
                add(.stringMalformed, "\"\(key)\" has another form in \(english.source.path)", table.location(entry), hint)
                continue
            }
            comparePlaceholders(key, entry, reference, table)
        }
    }

    /// Every form must name the values of the English text; only `{count}` may be left out where the form itself is the number.
    private mutating func comparePlaceholders(_ key: String, _ entry: StringEntry, _ reference: StringEntry, _ table: StringTable) {
        let wanted = reference.placeholders
        let forms: [(PluralCategory?, Phrase)] =
            switch entry.value {
            case .text(let phrase): [(nil, phrase)]
            case .plural(let forms): PluralCategory.allCases.compactMap { form in forms[form].map { (form, $0) } }
            }
        for (form, phrase) in forms {
            let countIsSaid = form == .zero || form == .one || form == .two
            let missing = wanted.subtracting(phrase.placeholders).subtracting(countIsSaid ? ["count"] : [])
            let extra = phrase.placeholders.subtracting(wanted)
            if missing.isEmpty, extra.isEmpty { continue }
            let hint = wanted.isEmpty ? "English has none" : "English has " + Self.braced(wanted)
            let message = "the values in \"\(key)\" are not those of the English text"
            add(.stringMalformed, message, table.location(entry), hint)
            return
        }
    }

    private static func braced(_ names: Set<String>) -> String {
        names.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }

    private mutating func add(_ kind: FindingKind, _ message: String, _ location: Location, _ hint: String?) {
        findings.append(Finding(kind, message, at: location, hint: hint))
    }
}
