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
        let known =
            switch forum.members {
            case .some(let members): members.map(\.code)
            case .all: try states(forum, common)
            }
        guard !known.contains(code) else { return }
        let hint = Suggestion.hint(for: code, among: known) ?? "Codes are two capital letters, as in CH."
        throw Failure("no State with the code \"\(code)\" takes part in this forum", remedy: hint)
    }

    /// The codes that `members: all` stands for.
    private static func states(_ forum: Forum, _ common: CommonOptions) throws -> [String] {
        let loaded = try LoadedTheme.load(common, forum.languages)
        try common.report(loaded.findings)
        return loaded.theme?.states.codes ?? []
    }
}
