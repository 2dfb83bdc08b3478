import Statistics
import Theme

/// The numbers that everything else explains.
extension ReportWriting {
    var summary: ReportTable {
        table("summary", .summaryTable, [texts("measure", .measure), numbers("value", .value)], measures)
    }

    private var measures: [[Cell]] {
        let closed = usage.discussions.filter(\.isClosed)
        let heard = usage.members.count(where: \.isHeard)
        let numbers: [(String, ReportString, Int)] = [
            ("contributions", .contributions, usage.total.contributions), ("participants", .participants, usage.total.participants),
            ("unnamed", .unnamed, usage.total.unnamed), ("notes", .rowNotes, usage.notes), ("membersHeard", .membersHeard, heard),
            ("members", .membersAll, usage.members.count), ("membersNever", .membersNever, usage.members.count { $0.lastHeard == nil }),
            ("discussions", .discussionsOpen, usage.discussions.count), ("opened", .rowOpened, opened),
            ("outcomes", .rowWithOutcome, closed.count(where: \.hasOutcome)),
            ("unanswered", .unanswered, usage.discussions.reduce(0) { $0 + $1.unanswered.count }),
            ("entries", .libraryNew, usage.library.entries), ("library", .libraryAll, usage.library.total),
            ("translations", .translations, usage.languages.reduce(0) { $0 + $1.translations }), ("withdrawn", .withdrawn, usage.withdrawn),
        ]
        return numbers.map { key, title, number in [names.text(key, title), names.number(number)] } + office + openings
    }

    private var office: [[Cell]] {
        guard let times = usage.office?.times else { return [] }
        return [
            [names.text("decided", .decided), names.number(times.decided)],
            [names.text("medianSeconds", .median), names.duration(times.median)],
            [names.text("longestSeconds", .longest), names.duration(times.longest)],
            [names.text("waiting", .waiting), names.number(times.waiting)],
        ]
    }

    private var openings: [[Cell]] {
        guard case .office(let openings?) = scope else { return [] }
        return [
            [names.text("openings", .openings), names.number(openings.total)],
            [names.text("robots", .robots), names.number(openings.robots)],
            [names.text("unreadableLines", .unreadable), names.number(openings.unreadable)],
        ]
    }
}
