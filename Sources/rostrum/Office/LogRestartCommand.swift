import ArgumentParser
import Diagnostics
import Model
import Submissions

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
