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

struct LogVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "See whether the log is whole and unchanged.",
        discussion: """
            Prints a mark: the number of entries and the hash of the last. Keep it where nobody who can write into the office can change it \
            (on paper, in a mail); with --mark, a log that was changed before it is found, even if all of it was written anew.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A mark that was printed before.", valueName: "mark"), transform: LogEnd.parse)
    var mark: LogEnd?

    func run() throws {
        let office = try common.office()
        let records = try Inbox(office: office).records().map { (number: $0.number, entries: $0.history.map(\.entry)) }
        let verification = try LogVerification(
            Log(office: office), known: try Ledger.known(office: office), mark: mark, submissions: records)
        guard verification.faults.isEmpty else {
            for fault in verification.faults { try Console.result(common.format == .json ? fault.json : "error: " + fault.words) }
            throw ContentHasErrors(
                summary: common.format == .json
                    ? nil
                    : "the log is not what it was. Put \(office)/log.jsonl back from a backup of the office; if its end alone is lost, "
                        + "`rostrum log restart` goes on and keeps the loss on record.")
        }
        let restarts = verification.restarts.map {
            "\nEntries before \($0.number) were lost; \($0.by) took note of it on \($0.time.prefix(10))."
        }.joined()
        try common.say(
            "The log is whole: \(verification.end.count) entries.\(restarts)\nMark: \(verification.end.mark)",
            json: "{\"entries\":\(verification.end.count),\"mark\":\"\(verification.end.mark)\"}")
    }
}

struct LogRestartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Go on with a log whose end is lost, and keep that on record.",
        discussion: "Only where no backup has what is lost: the entries that are gone do not come back.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    func run() throws {
        let name = try moderator.moderator()
        guard let forum = try ForumFile.load(common).forum else { throw Failure("content/forum.yaml cannot be used as it is") }
        guard try Moderator(name, in: forum).isLead else {
            throw Failure("only whoever leads all rooms can do this", remedy: "Ask them.")
        }
        let office = try common.office()
        let records = try Inbox(office: office).records().map { (number: $0.number, entries: $0.history.map(\.entry)) }
        let verification = try LogVerification(Log(office: office), known: try Ledger.known(office: office), submissions: records)
        var known = 0
        for fault in verification.faults {
            switch fault {
            case .tail(let count): known = max(known, count)
            case .torn, .mark: known = max(known, verification.end.count)
            case .noEntry, .chain, .submission:
                throw Failure(
                    "the log is damaged elsewhere than at its end", remedy: "Put \(office)/log.jsonl back from a backup of the office.")
            }
        }
        guard !verification.faults.isEmpty else { throw Failure("the log is whole, and goes on as it is") }
        try Ledger.restart(office: office, known: known, by: name, at: common.moment)
        try common.say(
            "The log goes on from entry \(known + 1), which says that entries before it are lost.", json: "{\"entries\":\(known + 1)}")
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

extension LogVerification.Fault {
    fileprivate var words: String {
        switch self {
        case .noEntry(let line): "line \(line) is no entry of a log"
        case .chain(let line): "line \(line) does not follow from the line before it: something was changed, put in or taken out there"
        case .tail(let known): "the end is missing: there were \(known) entries"
        case .mark(let count): "what stands before entry \(count + 1) is not what it was when that was known: it was changed since"
        case .submission(let number, let entry): "submission \(number) was decided in entry \(entry), and the log says something else there"
        case .torn: "the last line is not ended"
        }
    }

    fileprivate var json: String {
        let (name, value): (String, Int?) =
            switch self {
            case .noEntry(let line): ("no-entry", line)
            case .chain(let line): ("chain", line)
            case .tail(let known): ("tail", known)
            case .mark(let count): ("mark", count)
            case .submission(_, let entry): ("submission", entry)
            case .torn: ("torn", nil)
            }
        return "{\"fault\":\"\(name)\"" + (value.map { ",\"at\":\($0)" } ?? "") + "}"
    }
}

extension LogEnd {
    /// For an option that takes a mark.
    fileprivate static func parse(_ argument: String) throws -> LogEnd {
        guard let end = LogEnd(mark: argument) else { throw ValidationError("Write the mark as `rostrum log verify` printed it.") }
        return end
    }
}
