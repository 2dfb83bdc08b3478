import Access
import ArgumentParser
import Diagnostics
import Model
import Submissions

struct InboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what waits for a decision.",
        discussion: "What was set aside because it could not be read stands at the end.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "List every submission there is, whatever became of it.")
    var all = false

    @Option(help: ArgumentHelp("List only those in that state, as in returned or published.", valueName: "state"))
    var state: SubmissionState?

    @Option(help: ArgumentHelp("List only what belongs to that room, or to none yet.", valueName: "room"))
    var room: String?

    func run() throws {
        let inbox = try common.inbox()
        let content = try room.map { _ in try common.content() }
        if let room { _ = try content?.requireRoom(room) }
        var records = try inbox.records().filter { record in state.map { record.state == $0 } ?? (all || record.state.isWaiting) }
        let submissions = try records.map { try inbox.submission($0) }
        let shown = records.indices.filter { index in
            guard let content, let room else { return true }
            let own = submissions[index].flatMap { content.room(of: $0)?.id }
            return own == nil || own == room
        }
        let lines = shown.map { InboxLine(records[$0], submissions[$0]) }
        for line in common.format == .json ? lines.map(\.json) : InboxTable(lines).lines { try Console.result(line) }
        records = shown.map { records[$0] }
        let aside = try inbox.setAside()
        guard common.format == .text else {
            for thing in aside { try Console.result(thing.json) }
            return
        }
        for thing in aside {
            try Console.result("set aside \(thing.id): \(FindingWriter.printable(thing.source)): \(thing.words)")
        }
        guard !common.quiet else { return }
        if let first = aside.first {
            let place = aside.contains { $0.reason != .tooLarge } ? "What was set aside lies in \(inbox.unreadable)/ID/source; " : ""
            Console.note(place + "`rostrum inbox dismiss \(first.id)` when it is dealt with.")
        }
        if records.isEmpty { return try Console.result(nothing) }
        if let first = records.first(where: \.state.isWaiting) { try Console.result("Next: rostrum inbox show \(first.number)") }
    }
}

extension InboxListCommand {
    private var nothing: String {
        if let state { return "There is none that is \(state.short)." }
        return all ? "There is none." : "Nothing waits. `rostrum inbox list --all` shows everything."
    }
}

extension SubmissionState: ExpressibleByArgument {}

extension SetAside {
    fileprivate var json: String {
        let texts = [("setAside", id), ("reason", reason.rawValue), ("source", source), ("received", time)]
        return "{" + texts.map { "\"\($0)\":\(FindingWriter.quote($1))" }.joined(separator: ",") + "}"
    }
}
