import ContentStore
package import Diagnostics
import Documents
package import Markdown
package import Model

/// Finds what is wrong across files: words that name nothing, links, languages, dates, attachments.
///
/// The rules of this target: nothing is read but to show the place of a finding; every finding has its file, and its line and
/// column where it concerns a line; all are told in one run, a hundred one by one for each file; clean content costs one pass.
package struct Checker {
    let content: Content
    let texts: [String: RenderedText]
    let vocabulary: Vocabulary?
    let faulty: Set<String>
    let today: Day
    let calendar: ForumCalendar
    let resolver: LinkResolver
    let rooms: [String: Room]
    let categories: Set<String>
    let languages: Set<Language>
    let identifiers: Set<String>
    var report: Report

    /// Throws where the forum's time zone is none, which the loader reports.
    ///
    /// - Parameters:
    ///   - texts: every text that was rendered, by its path from the forum's root.
    ///   - vocabulary: what the theme has words for; nil where its own errors leave that unknown.
    ///   - faulty: paths of what is there but could not be read; see `LoadedFolder.faulty`.
    ///   - read: the bytes of a file by its path from the forum's root, to show where a finding is; nil where it is gone.
    package init(
        content: Content, texts: [String: RenderedText], now: Instant, vocabulary: Vocabulary?, faulty: Set<String> = [],
        read: @escaping (String) -> [UInt8]?
    ) throws(Failure) {
        guard let calendar = ForumCalendar(content.forum.timeZone) else {
            throw Failure("there is no time zone \(content.forum.timeZone) on this machine", remedy: "Install the time zone database.")
        }
        self.content = content
        self.texts = texts
        self.vocabulary = vocabulary
        self.faulty = faulty
        self.calendar = calendar
        today = calendar.day(of: now)
        resolver = LinkResolver(content: content, now: now) { texts[$0]?.headings ?? [] }
        rooms = Dictionary(content.forum.rooms.map { ($0.id, $0) }) { first, _ in first }
        categories = Set(content.forum.categories.map(\.id))
        languages = Set(content.forum.languages)
        identifiers = Set(content.discussions.map(\.id))
        report = Report(read: read)
    }

    /// All findings, in the order of files and lines.
    package mutating func findings() -> [Finding] {
        checkForum()
        for discussion in content.discussions { check(discussion) }
        for entry in content.entries { check(entry) }
        for page in content.pages { check(page) }
        let used = checkLinks()
        checkAttachments(used)
        return report.findings
    }

    // MARK: Rules that several kinds of content share

    /// Categories must be the forum's.
    mutating func checkCategories(_ list: [String], _ path: String) {
        var seen: Set<String> = []
        for (index, id) in list.enumerated() {
            if !categories.contains(id) {
                let hint = report.isFull(path) ? nil : Suggestion.hint(for: id, among: categories)
                report.add(.unknownCategory, path, .value(["categories", .element(index)]), "there is no category \"\(id)\"", hint: hint)
            } else if !seen.insert(id).inserted {
                report.add(
                    .duplicateIdentifier, path, .value(["categories", .element(index)]), "\"\(id)\" stands here twice",
                    hint: "once is enough")
            }
        }
    }

    mutating func checkMember(_ code: String, _ path: String, _ place: Report.Place) {
        guard !isMember(code) else { return }
        var hint: String?
        if !report.isFull(path) {
            switch content.forum.members {
            case .all: hint = Suggestion.hint(for: code, among: vocabulary?.states ?? []) ?? "two capital letters of ISO 3166-1, as in CH"
            case .some(let members):
                hint = Suggestion.hint(for: code, among: members.map(\.code)) ?? "add it to members in content/forum.yaml"
            }
        }
        report.add(.unknownMember, path, place, "there is no member \"\(code)\"", hint: hint)
    }

    private func isMember(_ code: String) -> Bool {
        guard content.forum.members.member(code) != nil else { return false }
        if case .all = content.forum.members, let vocabulary { return vocabulary.states.contains(code) }
        return true
    }

    mutating func checkPast(_ date: Day, _ path: String, key: String) {
        guard date > today else { return }
        report.add(.futureDate, path, .value([.key(key)]), "\(date) has not come yet", hint: "today is \(today) in \(calendar.identifier)")
    }

    mutating func checkWithdrawal(_ withdrawal: Withdrawal, _ path: String) {
        checkPast(withdrawal.date, path, key: "date")
    }

    /// Texts that say the same in several languages: their languages, and what each translation says of its original.
    mutating func checkLanguages(of texts: [Language: Text]) {
        for (language, text) in texts {
            if !languages.contains(language) { unknownLanguage(text) }
            if text.translation != nil { checkTranslation(text, texts) }
        }
    }

    mutating func unknownLanguage(_ text: Text) {
        let hint = "the forum's languages are " + content.forum.languages.map(\.code).joined(separator: ", ")
        report.add(.unknownLanguage, text.path, .file, "\"\(text.language)\" is no language of this forum", hint: hint)
    }

    mutating func checkTranslation(_ text: Text, _ texts: [Language: Text]) {
        guard let translation = text.translation else { return }
        guard let original = texts[translation.of], leads(from: text, texts) else {
            let name = text.path.split(separator: "/").last.map(String.init) ?? text.path
            let sibling = name.replacing(".\(text.language).", with: ".\(translation.of).")
            let folder = text.path.dropLast(name.count)
            if faulty.contains(folder + sibling) { return }
            let missing = texts[translation.of] == nil
            report.add(
                .translationWithoutOriginal, text.path, .value(["translation-of"]),
                missing
                    ? "there is no \(sibling), of which this is a translation"
                    : "\(sibling) is a translation of this one, or both are the same",
                hint: missing
                    ? Suggestion.hint(for: translation.of.code, among: texts.keys.filter { $0 != text.language }.map(\.code))
                        ?? "write the language it was translated from, or leave the key out where this is an original"
                    : "one of these texts must be an original, without translation-of")
            return
        }
        guard original.hash != translation.source else { return }
        report.add(
            .outdated, text.path, .value(["source"]), "the original has changed since this was translated",
            hint: "translate what changed, then write sha256:\(original.hash)")
    }

    /// Whether going from translation to original comes to a text that is no translation.
    private func leads(from text: Text, _ texts: [Language: Text]) -> Bool {
        var seen: Set<Language> = [text.language]
        var next = text.translation?.of
        while let language = next {
            guard seen.insert(language).inserted, let text = texts[language] else { return false }
            next = text.translation?.of
        }
        return true
    }
}
