/// One Markdown file of the content: what is known of it without its body.
package struct Text: Sendable, Hashable {
    /// Path from the forum's root, with `/`.
    package let path: String
    /// The one in the file's name.
    package let language: Language
    /// From the front matter; empty where the kind of text has none.
    package let title: String
    /// Guiding questions; empty where the kind of text has none.
    package let questions: [String]
    /// What a translation of this text must state as its source: SHA-256 of what is translated, in lower-case hexadecimal.
    package let hash: String
    /// The line of the file, from 1, on which the body begins.
    package let bodyLine: Int
    /// Set when this text is a translation.
    package let translation: Translation?

    package init(
        path: String, language: Language, title: String = "", questions: [String] = [], hash: String, bodyLine: Int = 1,
        translation: Translation? = nil
    ) {
        self.path = path
        self.language = language
        self.title = title
        self.questions = questions
        self.hash = hash
        self.bodyLine = bodyLine
        self.translation = translation
    }
}

/// What makes a text a translation.
package struct Translation: Sendable, Hashable {
    /// The language of the original.
    package let of: Language
    /// The hash of the original at the time of translating, in lower-case hexadecimal.
    package let source: String
    /// Who translated, where they are named.
    package let by: String?
    /// Whether a machine translated.
    package let machine: Bool

    package init(of: Language, source: String, by: String? = nil, machine: Bool = false) {
        self.of = of
        self.source = source
        self.by = by
        self.machine = machine
    }
}

/// What is left of something withdrawn.
package struct Withdrawal: Sendable, Hashable {
    /// When it was withdrawn.
    package let date: Day
    /// Who asked for it.
    package let requestedBy: Requester

    package init(date: Day, requestedBy: Requester) {
        self.date = date
        self.requestedBy = requestedBy
    }

    /// Who asked for it.
    package enum Requester: String, Sendable, CaseIterable {
        case author, member, moderator
    }
}

/// A file under `files/`.
package struct Attachment: Sendable, Hashable {
    /// Path from the folder of the discussion, entry or page: `files/plan.pdf`.
    package let path: String
    /// Bytes.
    package let size: Int

    package init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}
