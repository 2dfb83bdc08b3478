import Access
import ArgumentParser
import Diagnostics
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

    func run() throws {
        let inbox = try common.inbox()
        let records = try inbox.records().filter { record in state.map { record.state == $0 } ?? (all || record.state.isWaiting) }
        for record in records {
            let submission = try record.current.map { (revision) throws(Failure) in
                var ignored: [Finding] = []
                return Submission.read(path: revision.file, bytes: try inbox.text(revision, of: record.number), findings: &ignored)
            }
            let line = InboxLine(record, submission.flatMap { $0 })
            try Console.result(common.format == .json ? line.json : line.text)
        }
        let aside = try inbox.setAside()
        guard common.format == .text else {
            for thing in aside { try Console.result(thing.json) }
            return
        }
        for thing in aside {
            try Console.result("set aside \(thing.id): \(FindingWriter.printable(thing.source)): \(thing.reason.words)")
        }
        guard !common.quiet else { return }
        if let first = aside.first {
            let place = aside.contains { $0.reason != .tooLarge } ? "What was set aside lies in \(inbox.unreadable)/ID/source; " : ""
            Console.note(place + "`rostrum inbox dismiss \(first.id)` when it is dealt with.")
        }
        if records.isEmpty { return try Console.result("Nothing waits." + (all ? "" : " `rostrum inbox list --all` shows everything.")) }
        try Console.result("Next: rostrum inbox show \(records[0].number)")
    }
}

extension SubmissionState: ExpressibleByArgument {}

extension SetAside {
    fileprivate var json: String {
        let texts = [("setAside", id), ("reason", reason.rawValue), ("source", source), ("received", time)]
        return "{" + texts.map { "\"\($0)\":\(FindingWriter.quote($1))" }.joined(separator: ",") + "}"
    }
}

/// A submission in one line.
struct InboxLine {
    private let record: Record
    private let submission: Submission?

    init(_ record: Record, _ submission: Submission?) {
        self.record = record
        self.submission = submission
    }

    var text: String {
        var parts = [record.state.short, submission?.kind?.rawValue ?? "text"]
        if let place = record.place ?? submission?.discussion ?? submission?.room ?? submission?.target { parts.append(place) }
        if let who { parts.append("from \(who)") }
        if !subject.isEmpty { parts.append("“\(subject)”") }
        if let claimed = record.claimedBy { parts.append("with \(claimed)") }
        if let due = record.due { parts.append("for \(due)") }
        let number = String(record.number)
        return String(repeating: " ", count: max(0, 4 - number.count)) + number + "  "
            + FindingWriter.printable(parts.joined(separator: "  "))
    }

    /// Who sent it: the member and the name that the fields give, else the mail's sender.
    private var who: String? {
        let author = submission?.author
        let named = [author?.member, author?.name].compactMap { $0 }.joined(separator: ", ")
        return named.isEmpty ? record.origin.sender : named
    }

    private var subject: String {
        let said = submission?.title ?? record.origin.subject ?? ""
        return said.count > 60 ? said.prefix(59) + "…" : said
    }

    var json: String {
        var fields = ["\"submission\":\(record.number)", "\"state\":\"\(record.state.rawValue)\""]
        let texts: [(String, String?)] = [
            ("kind", submission?.kind?.rawValue), ("place", record.place ?? submission?.discussion), ("member", submission?.author.member),
            ("sender", record.origin.sender), ("title", submission?.title ?? record.origin.subject), ("claimedBy", record.claimedBy),
            ("due", record.due), ("received", record.received),
        ]
        fields += texts.compactMap { name, value in value.map { "\"\(name)\":\(FindingWriter.quote($0))" } }
        return "{" + fields.joined(separator: ",") + "}"
    }
}

extension SubmissionState {
    /// In one or two words, for a list.
    var short: String { self == .inReview ? "in review" : rawValue }
}
