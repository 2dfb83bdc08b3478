import ArgumentParser
import Diagnostics
import Model
import Submissions

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "See who decided what, and that nobody has changed it since.",
        subcommands: [LogShowCommand.self, LogVerifyCommand.self, LogRestartCommand.self])
}

struct LogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "List what was done, the oldest first.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Only what concerns this submission.", valueName: "number"))
    var submission: Int?

    @Option(help: ArgumentHelp("Only what concerns this place and what is in it, as in 2026-014.", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("Only what this moderator did.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Only the last so many entries.", valueName: "number"))
    var last: Int?

    func run() throws {
        var entries = try Log(office: try common.office()).entries().filter { entry in
            (submission == nil || entry.submission == submission) && (by == nil || entry.by == by) && isThere(entry.place)
        }
        if let last { entries = entries.suffix(max(0, last)) }
        for entry in entries { try Console.result(common.format == .json ? entry.json : FindingWriter.printable(entry.line)) }
        if entries.isEmpty, common.format == .text, !common.quiet { try Console.result("The log has no such entry.") }
    }

    private func isThere(_ other: String?) -> Bool {
        guard let place else { return true }
        return other == place || other?.hasPrefix(place + "/") == true
    }
}

extension LogEntry {
    /// In one line.
    fileprivate var line: String {
        var parts = [time, by, action.rawValue]
        if let submission { parts.append("submission \(submission)") }
        if let place { parts.append(place) }
        parts += (facts ?? [:]).filter { $0.key != "text" }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return "\(number)  " + parts.joined(separator: "  ")
    }

    fileprivate var json: String {
        var fields = ["\"number\":\(number)", "\"time\":\(FindingWriter.quote(time))", "\"by\":\(FindingWriter.quote(by))"]
        fields.append("\"action\":\"\(action.rawValue)\"")
        if let submission { fields.append("\"submission\":\(submission)") }
        if let place { fields.append("\"place\":\(FindingWriter.quote(place))") }
        for (key, value) in (facts ?? [:]).sorted(by: { $0.key < $1.key }) {
            fields.append("\(FindingWriter.quote(key)):\(FindingWriter.quote(value))")
        }
        return "{" + fields.joined(separator: ",") + "}"
    }
}
