import Diagnostics
import Documents
import Model

/// forum.yaml.
extension Checker {
    private static let path = "content/forum.yaml"

    mutating func checkForum() {
        let forum = content.forum
        checkForumLanguages(forum)
        checkTitles(forum.title, ["title"])
        if let description = forum.description { checkTitles(description, ["description"]) }
        if case .some(let members) = forum.members {
            checkUnique(members.map(\.code), "members", key: nil)
            for (index, member) in members.enumerated() {
                if let name = member.name {
                    checkTitles(name, ["members", .element(index), "name"])
                } else if let vocabulary, !vocabulary.names(member.code) {
                    report.add(
                        .unknownMember, Self.path, .value(["members", .element(index)]), "no State has the code \"\(member.code)\"",
                        hint: "give it a name, as in {code: \(member.code), name: {en: …}}")
                }
            }
        }
        checkUnique(forum.categories.map(\.id), "categories", key: "id")
        for (index, category) in forum.categories.enumerated() { checkTitles(category.title, ["categories", .element(index), "title"]) }
        checkUnique(forum.reasons.map(\.id), "reasons", key: "id")
        for (index, reason) in forum.reasons.enumerated() { checkTitles(reason.title, ["reasons", .element(index), "title"]) }
        checkUnique(forum.rooms.map(\.id), "rooms", key: "id")
        for (index, room) in forum.rooms.enumerated() { check(room, ["rooms", .element(index)]) }
    }

    private mutating func checkForumLanguages(_ forum: Forum) {
        checkUnique(forum.languages.map(\.code), "languages", key: nil)
        for (index, language) in forum.languages.enumerated() {
            guard let vocabulary, !vocabulary.languages.contains(language) else { continue }
            let hint = "the theme has " + vocabulary.languages.map(\.code).sorted().joined(separator: ", ")
            report.add(
                .unknownLanguage, Self.path, .value(["languages", .element(index)]), "the theme has no words in \"\(language)\"", hint: hint
            )
        }
        checkForumLanguage(forum.defaultLanguage, ["default-language"])
    }

    private mutating func check(_ room: Room, _ steps: [DocumentLocator.Step]) {
        checkTitles(room.title, steps + ["title"])
        for (index, language) in room.languages.enumerated() { checkForumLanguage(language, steps + ["languages", .element(index)]) }
        for (index, id) in (room.categories ?? []).enumerated() where !categories.contains(id) {
            report.add(
                .unknownCategory, Self.path, .value(steps + ["categories", .element(index)]), "there is no category \"\(id)\"",
                hint: Suggestion.hint(for: id, among: categories))
        }
    }

    private mutating func checkForumLanguage(_ language: Language, _ steps: [DocumentLocator.Step]) {
        guard !languages.contains(language) else { return }
        report.add(
            .unknownLanguage, Self.path, .value(steps), "\"\(language)\" is no language of this forum",
            hint: Suggestion.hint(for: language.code, among: languages.map(\.code)))
    }

    /// A title must be there in every language of the forum, and in no other.
    private mutating func checkTitles(_ titles: Titles, _ steps: [DocumentLocator.Step]) {
        let missing = content.forum.languages.filter { titles.values[$0] == nil }
        if !missing.isEmpty {
            let used = titles.title(in: content.forum.defaultLanguage, else: content.forum.defaultLanguage).language
            report.add(
                .titleLanguage, Self.path, .key(steps), "there is no title in " + missing.map(\.code).joined(separator: ", "),
                hint: "the one in \(used) will be shown")
        }
        for language in titles.values.keys.sorted() where !languages.contains(language) {
            report.add(
                .unknownLanguage, Self.path, .key(steps + [.key(language.code)]), "\"\(language)\" is no language of this forum",
                hint: Suggestion.hint(for: language.code, among: languages.map(\.code)))
        }
    }

    private mutating func checkUnique(_ ids: [String], _ list: String, key: String?) {
        var seen: Set<String> = []
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            let steps: [DocumentLocator.Step] = [.key(list), .element(index)] + (key.map { [.key($0)] } ?? [])
            report.add(.duplicateIdentifier, Self.path, .value(steps), "\"\(id)\" stands here a second time", hint: "each needs its own")
        }
    }
}
