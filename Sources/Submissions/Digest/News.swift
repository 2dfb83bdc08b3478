package import Model

/// What happened in the forum in some days, and what its readers should know of it now: a pure function of content, time and log.
///
/// Each thing belongs to one day of the forum's time zone, so that two periods that meet tell each thing once, and leave nothing out:
/// a discussion to the day on which it opens; a contribution to its date, or to the day on which its discussion opens where that is later,
/// as nobody sees it before; a correction to its own date; an entry to its date; a summary or outcome to the day that
/// `ClosingDays` knows. All is shown as the site shows it at that moment: nothing of what is withdrawn, and of what has not opened no more
/// than title and date.
package struct News: Sendable {
    /// The first and the last day, both whole.
    package let period: ClosedRange<Day>
    /// Opened in the period.
    package let opened: [Topic]
    /// Contributions of the period, by their discussions, but for what is among `replies`.
    package let contributions: [Said]
    /// Those of them that answer the State that this is for.
    package let replies: [Said]
    /// Contributions that were corrected in the period, and are not of it.
    package let corrected: [Said]
    package let results: [Result]
    package let entries: [LibraryEntry]
    /// Open discussions that close within `soon`, the first to close first.
    package let closing: [Closing]
    /// Announced discussions that open within `soon`, the first to open first.
    package let opening: [Topic]
    /// Open discussions with a question that nobody has answered, the newest first.
    package let unanswered: [Unanswered]

    /// Days that count as soon.
    package static let soon = 14

    /// A discussion, with what time makes of it.
    package struct Topic: Sendable {
        package let discussion: Discussion
        package let facts: Discussion.Facts
        package let status: Status
        /// The day on which it opens.
        package let opens: Day
        /// The last day on which it takes contributions for now; nil where that is open, or it takes none.
        package let lastDay: Day?
        /// The last day on which it took any; nil where it is not closed.
        package let ended: Day?
    }

    /// Contributions to a discussion, in the order of their numbers.
    package struct Said: Sendable {
        package let topic: Topic
        package let contributions: [(number: String, posted: Contribution.Posted)]
    }

    /// A summary, or what came of a discussion.
    package struct Result: Sendable {
        package let topic: Topic
        package let isOutcome: Bool
        package let texts: [Language: Text]
    }

    /// A discussion that closes soon.
    package struct Closing: Sendable {
        package let topic: Topic
        package let lastDay: Day
        /// Whole days that are left after the present one.
        package let left: Int
    }

    /// A discussion that waits for answers.
    package struct Unanswered: Sendable {
        package let topic: Topic
        /// Numbers of guiding questions, from 1; empty where there are none and nobody has written yet.
        package let questions: [Int]
    }

    /// Whether nothing happened: what closes soon or is unanswered alone is no news.
    package var isEmpty: Bool {
        opened.isEmpty && contributions.isEmpty && replies.isEmpty && corrected.isEmpty && results.isEmpty && entries.isEmpty
    }
}
