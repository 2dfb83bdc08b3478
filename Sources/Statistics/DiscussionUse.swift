package import Model

/// What use was made of one discussion.
package struct DiscussionUse: Sendable {
    package let id: String
    /// The room's identifier.
    package let room: String
    /// The first day.
    package let opens: Day
    /// The last day; nil while that is open.
    package let closes: Day?
    /// Whether it had closed by the end of the period.
    package let isClosed: Bool
    /// Contributions of the period.
    package let tally: Tally
    /// All contributions up to the end of the period.
    package let sofar: Tally
    /// The guiding questions.
    package let questions: [QuestionUse]
    /// Contributions up to the end of the period that name no question.
    package let unassigned: Int
    /// Whether there is a closing summary.
    package let hasSummary: Bool
    /// Whether it is said what came of it.
    package let hasOutcome: Bool

    /// Questions to which no contribution is marked as an answer.
    package var unanswered: [QuestionUse] { questions.filter { $0.contributions == 0 } }

    /// - Parameters:
    ///   - voices: the contributions of this discussion, up to the end of the period.
    ///   - end: the end of the period, or now where that is earlier.
    init(_ discussion: Discussion, _ facts: Discussion.Facts, voices: [Voice], period: Period, calendar: ForumCalendar, end: Instant) {
        id = discussion.id
        room = facts.room
        opens = calendar.day(of: calendar.opening(facts.opens))
        closes = facts.closes.map { calendar.day(of: Instant(seconds: calendar.closing($0).seconds - 1)) }
        isClosed = facts.closes.map { calendar.closing($0) <= end } ?? false
        tally = Tally(voices.filter { period.contains($0.day) })
        sofar = Tally(voices)
        let count = discussion.opening.values.map(\.questions.count).max() ?? 0
        questions = (0..<count).map { index in QuestionUse(number: index + 1, contributions: voices.count { $0.question == index + 1 }) }
        unassigned = voices.count { $0.question.map { !(1...max(1, count)).contains($0) || count == 0 } ?? true }
        hasSummary = !discussion.summaries.isEmpty
        hasOutcome = !discussion.outcomes.isEmpty
    }
}

/// One guiding question, and how many contributions are marked as answers to it.
package struct QuestionUse: Sendable, Hashable {
    /// From 1.
    package let number: Int
    package let contributions: Int
}
