package import Model

/// A text that somebody sent, as its front matter and body say it. Nothing in it is proven, and everything may be missing.
///
/// The rules of this target: everything that changes `content/` or the office goes through the `Ledger`, which puts it on the disk whole
/// or not at all, with a line in the log; what comes from outside has been through `Quarantine` and is hostile still; the clock is handed in.
package struct Submission: Sendable, Hashable {
    /// Nil where it is not said.
    package var kind: SubmissionKind?
    /// The discussion that it belongs to: `2026-014`.
    package var discussion: String?
    /// The room that a topic is meant for.
    package var room: String?
    /// The number of the contribution that it answers.
    package var replyTo: String?
    /// The guiding question that it answers, from 1.
    package var question: Int?
    /// Guiding questions that a topic proposes.
    package var questions: [String] = []
    /// The language that it is written in.
    package var language: Language?
    /// Of a topic or a library entry.
    package var title: String?
    /// Identifiers.
    package var categories: [String] = []
    /// Members' codes that a library entry is about.
    package var members: [String] = []
    /// The year that a library entry speaks of.
    package var year: Int?
    /// Where a library entry says there is more.
    package var links: [LibraryEntry.Link] = []
    /// Who writes.
    package var author = Author()
    /// Whom readers are told of.
    package var attribution: Attribution?
    /// The version of the terms of use that the author accepted.
    package var terms: Int?
    /// Names of the files that came with it and belong to it, as the author wrote them; nil where nothing is said: all that came.
    package var attachments: [String]?
    /// What an invitation asks for.
    package var guest: Guest?
    /// What a removal is to remove: `2026-014/0003`, `2026-014`, or the identifier of a library entry.
    package var target: String?
    /// The number of the submission that was returned and that this is the new text of; the office wrote it there.
    package var answers: Int?
    /// The text: LF line endings, one final LF.
    package var body: [UInt8] = []
    /// The line of the file, from 1, on which the body begins.
    package var bodyLine = 1

    package init() {}

    /// Who writes. The address never enters `content/`; name and member only where attribution allows it.
    package struct Author: Sendable, Hashable {
        package var name: String?
        package var position: String?
        package var institution: String?
        /// A member's code.
        package var member: String?
        package var email: String?

        package init() {}
    }

    /// Whom readers are told of.
    package enum Attribution: String, Sendable, CaseIterable {
        /// The person's name and the member.
        case name
        /// The member alone.
        case member
        /// Nobody.
        case none
    }

    /// Somebody who is to be invited.
    package struct Guest: Sendable, Hashable {
        package let name: String
        /// The last day on which the invitation holds.
        package let until: Day?

        package init(name: String, until: Day?) {
            self.name = name
            self.until = until
        }
    }
}
