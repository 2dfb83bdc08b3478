package import Model

/// What a moderator changes of a discussion; nil for what stays.
package struct DiscussionEdit: Sendable {
    /// The language of the opening note that is changed; nil for the room's first in which there is one.
    package var language: Language?
    package var note: Note?
    package var title: String?
    package var questions: [String]?
    /// The questions in other languages, which must be as many in each.
    package var translatedQuestions: [Language: [String]] = [:]
    /// Identifiers.
    package var categories: [String]?
    package var opens: Moment?
    package var closes: Moment?
    package var guests: Bool?
    package var announced: Bool?
    /// Identifiers of discussions of the same topic in other rooms.
    package var parallel: [String]?

    package init() {}

    /// Another opening note.
    package enum Note: Sendable {
        /// A text that takes the place of the present one; what it says of title and questions counts, the other keys stay.
        case text(Manuscript)
        /// The whole file as an editor left it, and as it was before.
        case file([UInt8], seen: [UInt8])
    }

    /// Whether nothing of the opening note is changed.
    var keepsNote: Bool { note == nil && title == nil && questions == nil }

    /// The same questions in another language, where nothing else of that note is changed.
    func translated(_ language: Language) -> DiscussionEdit? {
        guard let questions = translatedQuestions[language] else { return nil }
        var edit = DiscussionEdit()
        edit.questions = questions
        return edit
    }
}
