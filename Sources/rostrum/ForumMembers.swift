import ContentStore
import Diagnostics
import Model
import Theme

/// The States that take part in a forum, for commands that name one.
enum ForumMembers {
    /// Throws where no State with that code takes part: a passphrase for it, or an invitation at its request, would be a mistake.
    static func require(_ code: String, _ common: CommonOptions) throws {
        let (forum, findings) = try ForumFile.load(common)
        guard let forum else {
            try common.report(findings)
            return
        }
        let known = try forum.members.listed?.map(\.code) ?? states(forum, common)
        guard !known.contains(code) else { return }
        let hint = Suggestion.hint(for: code, among: known) ?? "Codes are two capital letters, as in CH."
        throw Failure("no State with the code \"\(code)\" takes part in this forum", remedy: hint)
    }

    /// A roster without the States that do not take part, which nobody is to write to.
    ///
    /// - Parameter tell: whether what is left out is said.
    static func known(_ roster: Roster, _ common: CommonOptions, tell: Bool) throws(Failure) -> Roster {
        guard !roster.members.isEmpty, let forum = try ForumFile.load(common).forum else { return roster }
        let known: [String]
        if let members = forum.members.listed {
            known = members.map(\.code)
        } else {
            // What is wrong in a theme is told by whoever needs it.
            guard let theme = try LoadedTheme.load(common, forum.languages).theme else { return roster }
            known = theme.states.codes
        }
        var roster = roster
        for code in roster.members.keys.sorted() where !known.contains(code) {
            roster.members[code] = nil
            guard tell else { continue }
            let hint = Suggestion.hint(for: code, among: known).map { "; " + $0 } ?? ""
            Console.note("roster.yaml: no State with the code \"\(code)\" takes part in this forum\(hint)")
        }
        return roster
    }

    /// The codes that `members: all` stands for.
    private static func states(_ forum: Forum, _ common: CommonOptions) throws -> [String] {
        let loaded = try LoadedTheme.load(common, forum.languages)
        try common.report(loaded.findings)
        return loaded.theme?.states.codes ?? []
    }
}
