import Model
import Theme

/// What the forum calls the things that a remark's values identify.
struct RemarkNames: Sendable {
    let forum: Forum
    let states: StateNames?

    /// The name of what a value identifies, in a language; nil where the value is no identifier, or of nothing that there is.
    ///
    /// - Parameter placeholder: the value's, which tells what it is.
    func name(of value: String, called placeholder: String, in language: Language) -> String? {
        switch placeholder {
        case "room": title(forum.rooms.first { $0.id == value }?.title, language)
        case "category": title(forum.categories.first { $0.id == value }?.title, language)
        // Who has proved something, and whom something is said to be by, may be members too.
        case "member", "prover", "said": member(value, language)
        default: nil
        }
    }

    private func member(_ code: String, _ language: Language) -> String? {
        if case .all = forum.members, states?.codes.contains(code) != true { return nil }
        guard let member = forum.members.member(code) else { return nil }
        return title(member.name, language) ?? states?.name(of: code, in: language)
    }

    private func title(_ titles: Titles?, _ language: Language) -> String? {
        titles.map { $0.title(in: language, else: forum.defaultLanguage).text }
    }
}
