import Model
import Statistics
import Theme

/// What the discussions of the period were used for, and what came of them.
extension ReportWriting {
    var discussions: ReportTable {
        table(
            "discussions", .discussionsTable,
            [
                shorts("discussion", .discussion), texts("title", .discussionTitle), texts("room", .room), shorts("opens", .opens),
                shorts("closes", .closes),
            ] + tallyColumns + [numbers("members", .members), shorts("summary", .summary), shorts("outcome", .outcome)],
            usage.discussions.map { use in
                [
                    identifier(use.id), names.discussionTitle(use.id), names.room(use.room), names.day(use.opens),
                    use.closes.map(names.day) ?? .nothing,
                ] + cells(use.tally) + [names.number(use.tally.members), names.flag(use.hasSummary), names.flag(use.hasOutcome)]
            },
            total: [.nothing, .nothing, .nothing, .nothing] + cells(usage.total)
                + [names.number(usage.total.members), .nothing, .nothing])
    }

    var questions: ReportTable {
        let columns = [
            shorts("discussion", .discussion), texts("title", .discussionTitle), numbers("number", .questionNumber),
            texts("question", .question),
        ]
        let rows = usage.discussions.flatMap { use in
            use.unanswered.map { question in
                ReportTable.Row(
                    [
                        identifier(use.id), names.discussionTitle(use.id), names.number(question.number),
                        names.question(question.number, of: use.id),
                    ], key: "\(use.id)/\(question.number)")
            }
        }
        return table("questions", .questionsTable, columns, rows: rows)
    }

    var outcomes: ReportTable {
        let closed = usage.discussions.filter(\.isClosed)
        let counts: [(String, ReportString, Int)] = [
            ("with-outcome", .rowWithOutcome, closed.count(where: \.hasOutcome)),
            ("with-summary", .rowWithSummary, closed.count { !$0.hasOutcome && $0.hasSummary }),
            ("with-nothing", .rowWithNothing, closed.count { !$0.hasOutcome && !$0.hasSummary }),
            ("open", .rowStillOpen, usage.discussions.count - closed.count),
        ]
        return table(
            "outcomes", .outcomesTable, [texts("outcome", .outcome), numbers("discussions", .discussions)],
            counts.map { key, title, count in [names.text(key, title), names.number(count)] },
            total: [names.number(usage.discussions.count)], chart: .bars(column: "discussions"))
    }

    /// A discussion's number, which no language writes otherwise.
    func identifier(_ id: String) -> Cell { Cell(.text(id), shown: id) }
}
