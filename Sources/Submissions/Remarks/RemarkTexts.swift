package import Diagnostics
package import Model
package import Theme

/// What remarks say, to moderators and to participants, in each language of the forum: `remarks/<language>.yaml` of a theme.
package struct RemarkTexts: Sendable {
    private let tables: [Language: RemarkTable]
    private let words: [Language: Words]
    private let names: RemarkNames?

    /// For whom a remark is put into words.
    package enum Reader: String, Sendable, CaseIterable {
        case moderator, participant
    }

    /// A sentence that follows what moderators read, where its value is not empty.
    enum Addition: String, Sendable, CaseIterable {
        /// What was probably meant.
        case meant
        /// All that there is.
        case known
    }

    /// Reads and checks the files of some languages, and of English, which stands in for those that are not asked for.
    ///
    /// - Parameters:
    ///   - root: the forum's folder.
    ///   - folders: those of the theme, from the root or absolute, in order of preference: for each language, the first that has its file.
    ///   - languages: those of the forum.
    ///   - forum: what its rooms, categories and members are called; nil: they are told by their identifiers.
    ///   - states: the names of States that the forum gives no name of their own.
    /// - Returns: no texts where there are findings; every finding is something to mend in those files.
    /// - Throws: where a file or folder cannot be read.
    package static func load(
        root: String, folders: [String], languages: [Language], forum: Forum? = nil, states: StateNames? = nil
    ) throws(Failure) -> (texts: RemarkTexts?, findings: [Finding]) {
        var tables: [Language: RemarkTable] = [:]
        var findings: [Finding] = []
        for language in Set(languages + [english]).sorted() {
            tables[language] = try RemarkTable.read(root: root, folders: folders, language: language, findings: &findings)
        }
        if let reference = tables[english] {
            for (language, table) in tables where language != english { table.compare(with: reference, findings: &findings) }
        }
        return (
            findings.isEmpty ? RemarkTexts(tables, forum.map { RemarkNames(forum: $0, states: states) }) : nil, Finding.ordered(findings)
        )
    }

    private init(_ tables: [Language: RemarkTable], _ names: RemarkNames?) {
        self.tables = tables
        self.names = names
        words = Dictionary(uniqueKeysWithValues: tables.keys.map { ($0, Words($0)) })
    }

    /// What a remark says, in one line, as plain text: what its values bring along can neither end the line nor turn it around. A value
    /// that is written the other way stands between U+2068 and U+2069. Participants read what a room is called, moderators also what stands for
    /// it in a field.
    ///
    /// - Parameter language: English takes the place of one that was not loaded.
    package func text(of remark: Remark, for reader: Reader, in language: Language) -> String {
        let language = tables[language] == nil ? Self.english : language
        guard let phrase = tables[language]?.phrase(remark.kind, reader), let words = words[language] else { return remark.kind.rawValue }
        var values: [String: String] = [:]
        for name in phrase.placeholders {
            values[name] = RemarkValue(name: name, value: remark.values[name] ?? "").text(in: words, names, reader)
        }
        let additions = reader == .moderator ? additions(to: remark, but: phrase.placeholders, words) : []
        return ([phrase.filled(values)] + additions).joined(separator: words.language.code == "zh" ? "" : " ")
    }

    /// - Parameter said: what the text itself speaks of.
    private func additions(to remark: Remark, but said: Set<String>, _ words: Words) -> [String] {
        Addition.allCases.compactMap { addition in
            guard !said.contains(addition.rawValue), let value = remark.values[addition.rawValue], !value.isEmpty else { return nil }
            let text = RemarkValue(name: addition.rawValue, value: value).text(in: words, names, .moderator)
            return tables[words.language]?.phrase(addition)?.filled([addition.rawValue: text])
        }
    }

    /// What a room, category or member is called, in a language; nil where it is called nothing, or there is none.
    ///
    /// - Parameter placeholder: what it is, as the placeholders of remarks name it.
    package func name(of value: String, as placeholder: String, in language: Language) -> String? {
        names?.name(of: value, called: placeholder, in: language)
    }

    private static let english = Language("en")
}
