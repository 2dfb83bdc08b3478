/// A topic that a moderator opens, with all that was said.
package struct Discussion: Sendable, Hashable {
    /// Year and number: `2026-014`.
    package let id: String
    /// Nil for a withdrawn one, of which nothing but this is left.
    package let facts: Facts?
    /// The opening note in each language it exists in.
    package let opening: [Language: Text]
    /// In the order of their numbers.
    package let contributions: [Contribution]
    /// The closing summary in each language it exists in.
    package let summaries: [Language: Text]
    /// What came of it, in each language that this exists in.
    package let outcomes: [Language: Text]
    /// The files under `files/`, in the order of their paths' bytes.
    package let attachments: [Attachment]
    /// Set when the whole discussion was withdrawn.
    package let withdrawal: Withdrawal?

    package init(
        id: String, facts: Facts?, opening: [Language: Text], contributions: [Contribution], summaries: [Language: Text],
        outcomes: [Language: Text], attachments: [Attachment], withdrawal: Withdrawal? = nil
    ) {
        self.id = id
        self.facts = facts
        self.opening = opening
        self.contributions = contributions
        self.summaries = summaries
        self.outcomes = outcomes
        self.attachments = attachments
        self.withdrawal = withdrawal
    }

    /// The facts that no language changes: `discussion.yaml`.
    package struct Facts: Sendable, Hashable {
        /// A room's identifier.
        package let room: String
        /// Identifiers; never empty.
        package let categories: [String]
        /// When it may be read and answered.
        package let opens: Moment
        /// When it ends, a day included whole; nil while that is open.
        package let closes: Moment?
        /// A member's code.
        package let proposedBy: String?
        /// Whether guests may be invited.
        package let guests: Bool
        /// Discussions of the same topic in other rooms.
        package let parallel: [String]
        /// Whether it may be named before it opens.
        package let announce: Bool

        package init(
            room: String, categories: [String], opens: Moment, closes: Moment? = nil, proposedBy: String? = nil, guests: Bool = false,
            parallel: [String] = [], announce: Bool = true
        ) {
            self.room = room
            self.categories = categories
            self.opens = opens
            self.closes = closes
            self.proposedBy = proposedBy
            self.guests = guests
            self.parallel = parallel
            self.announce = announce
        }
    }

    /// Every text of it: opening notes, summaries and outcomes by language, then the contributions with their translations.
    package var texts: [Text] {
        let byLanguage = [opening, summaries, outcomes].flatMap { texts in texts.sorted { $0.key < $1.key }.map(\.value) }
        return byLanguage
            + contributions.flatMap { contribution -> [Text] in
                guard case .posted(let posted) = contribution.content else { return [] }
                return [posted.original] + posted.translations
            }
    }

    /// Whether a text has the form of a discussion's identifier.
    package static func isIdentifier(_ text: String) -> Bool {
        let utf8 = Array(text.utf8)
        guard utf8.count >= 8, utf8[4] == UInt8(ascii: "-") else { return false }
        return number(utf8[0..<4]) != nil && number(utf8[5...]) != nil
    }
}

/// One approved text in a discussion, or what is left of it.
package struct Contribution: Sendable, Hashable {
    /// Four or more digits, never used again.
    package let number: String
    /// The text, or what is left of it.
    package let content: Content

    package init(number: String, content: Content) {
        self.number = number
        self.content = content
    }

    /// Posted or withdrawn.
    package enum Content: Sendable, Hashable {
        case posted(Posted)
        case withdrawn(Withdrawal)
    }

    /// In which capacity somebody writes.
    package enum Role: String, Sendable, CaseIterable {
        case participant, guest, staff, moderator
    }

    /// A contribution that stands.
    package struct Posted: Sendable, Hashable {
        /// The date that readers see.
        package let date: Day
        /// In which capacity its author writes.
        package let role: Role
        /// A member's code.
        package let member: String?
        /// A person's name; nil where the attribution names nobody.
        package let author: String?
        /// What the author is, in the original's language.
        package let position: String?
        /// Where the author works, in the original's language.
        package let institution: String?
        /// The number of the contribution that it answers.
        package let replyTo: String?
        /// The guiding question that it answers, from 1.
        package let question: Int?
        /// Paths under `files/`.
        package let attachments: [String]
        /// When it was last corrected.
        package let corrected: Day?
        /// In the language it was written in.
        package let original: Text
        /// In the order of their languages' codes.
        package let translations: [Text]

        package init(
            date: Day, role: Role, member: String? = nil, author: String? = nil, position: String? = nil, institution: String? = nil,
            replyTo: String? = nil, question: Int? = nil, attachments: [String] = [], corrected: Day? = nil, original: Text,
            translations: [Text] = []
        ) {
            self.date = date
            self.role = role
            self.member = member
            self.author = author
            self.position = position
            self.institution = institution
            self.replyTo = replyTo
            self.question = question
            self.attachments = attachments
            self.corrected = corrected
            self.original = original
            self.translations = translations
        }

        /// The text in `language` where there is one, else the original.
        package func text(in language: Language) -> Text {
            translations.first { $0.language == language } ?? original
        }
    }
}
