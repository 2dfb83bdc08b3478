import ArgumentParser
import Diagnostics
import Submissions

struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the mails that are to be sent.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "List every mail there is, also those that were sent or dropped.")
    var all = false

    func run() throws {
        let every = try common.outbox().mails()
        let mails = every.filter { all || $0.state.isUnsent || $0.state == .sending }
        let told = every.filter { $0.state == .sent || $0.state == .waiting }
        let lines = mails.map { OutboxLine($0, overtakenBy: $0.state == .waiting ? $0.overtaker(among: told)?.number : nil) }
        if common.format == .json {
            for line in lines { try Console.result(line.json) }
            return
        }
        let table = ListTable(lines.map(\.cells), rightAligned: [0], least: [4])
        for (start, line) in zip(table.lines, lines) { try Console.result(ListTable.line(start, line.about, quoted: line.subject)) }
        guard !common.quiet else { return }
        if mails.isEmpty {
            return try Console.result(all ? "There is none." : "Nothing is to be sent. `rostrum outbox list --all` shows everything.")
        }
        if let first = mails.first(where: { $0.state.isUnsent }) {
            try Console.result("Next: rostrum outbox show \(first.number), or rostrum outbox send")
        }
    }
}
