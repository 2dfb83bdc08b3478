import ArgumentParser
import Diagnostics
import Model
import Submissions

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
