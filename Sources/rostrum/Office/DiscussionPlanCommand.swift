import ArgumentParser
import Diagnostics
import Model
import Submissions

struct DiscussionPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "List what opens in the weeks to come, and the weeks without a topic.",
        discussion: """
            For each room, the present week and those after it, Monday to Sunday in the forum's time zone. A week in which the room is open \
            and nothing opens is marked; topics that wait in the inbox stand below.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("How many weeks, the present one with them.", valueName: "number"))
    var weeks = 8

    @Option(help: ArgumentHelp("List that room only.", valueName: "room"))
    var room: String?

    func validate() throws {
        if !(1...520).contains(weeks) { throw ValidationError("--weeks takes a number from 1 to 520.") }
    }

    func run() throws {
        let content = try common.content()
        let only = try room.map { (room) throws(Failure) in try content.requireRoom(room) }
        let plan = try WeekPlan(content, inbox: Inbox(office: try common.office()), weeks: weeks, room: only)
        let lines = common.format == .json ? DiscussionPlanLines.json(plan) : DiscussionPlanLines.text(plan, quiet: common.quiet)
        for line in lines { try Console.result(line) }
    }
}

/// The plan of the weeks, as it is printed.
enum DiscussionPlanLines {
    static func text(_ plan: WeekPlan, quiet: Bool) -> [String] {
        var lines: [String] = []
        for room in plan.rooms {
            lines.append("Room \(room.room.id)")
            for week in room.weeks { lines += text(week) }
        }
        if quiet { return lines }
        lines.append("")
        let empty = plan.rooms.filter { !$0.empty.isEmpty }
        if empty.isEmpty { lines.append("Something opens in each of these weeks.") }
        for room in empty {
            let weeks = room.empty.map(\.monday.description)
            let list =
                weeks.count > 4 ? weeks.prefix(4).joined(separator: ", ") + " and \(weeks.count - 4) more" : weeks.joined(separator: ", ")
            lines.append("Without a topic in the room \(room.room.id): \(weeks.count == 1 ? "the week" : "the weeks") of \(list).")
            lines.append("Next: rostrum discussion open --room \(room.room.id) --category NAME --opens \(room.empty[0].first)")
        }
        if !plan.waiting.isEmpty { lines.append("Topics that wait in the inbox:") }
        for topic in plan.waiting {
            let title = topic.title.isEmpty ? "" : "  “\(FindingWriter.printable(topic.title))”"
            lines.append("  submission \(topic.submission)\(topic.room.map { "  for \($0.id)" } ?? "")\(title)")
        }
        if let first = plan.waiting.first {
            lines.append("Next: rostrum inbox show \(first.submission), then rostrum review schedule \(first.submission) --on a day above")
        }
        return lines
    }

    private static func text(_ week: WeekPlan.Week) -> [String] {
        let head = "  week of \(week.monday)  "
        if week.openings.isEmpty { return [head + (week.isOpen ? "! nothing opens" : "closed")] }
        return week.openings.enumerated().map { index, opening in
            let name = opening.discussion ?? "submission \(opening.submission ?? 0)"
            let hindered = opening.isHindered ? "  ! the room is closed that day" : ""
            let lead = index == 0 ? head : String(repeating: " ", count: head.count)
            return lead + "\(opening.day)  \(name)  “\(FindingWriter.printable(opening.title))”\(hindered)"
        }
    }

    /// A line for each week of each room, then one for each topic that waits.
    static func json(_ plan: WeekPlan) -> [String] {
        let weeks = plan.rooms.flatMap { room in
            room.weeks.map { week in
                let state = !week.openings.isEmpty ? "planned" : week.isOpen ? "empty" : "closed"
                return "{\"room\":\(FindingWriter.quote(room.room.id)),\"week\":\"\(week.monday)\",\"state\":\"\(state)\",\"opens\":["
                    + week.openings.map(json).joined(separator: ",") + "]}"
            }
        }
        return weeks
            + plan.waiting.map { topic in
                "{\"submission\":\(topic.submission),\"title\":\(FindingWriter.quote(topic.title))"
                    + (topic.room.map { ",\"room\":\(FindingWriter.quote($0.id))" } ?? "") + "}"
            }
    }

    private static func json(_ opening: WeekPlan.Opening) -> String {
        let name = opening.discussion.map { "\"discussion\":\(FindingWriter.quote($0))" } ?? "\"submission\":\(opening.submission ?? 0)"
        return "{\(name),\"title\":\(FindingWriter.quote(opening.title)),\"day\":\"\(opening.day)\",\"roomClosed\":\(opening.isHindered)}"
    }
}
