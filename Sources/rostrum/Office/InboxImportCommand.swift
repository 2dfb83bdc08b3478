import Access
import ArgumentParser
import ContentStore
import Diagnostics
import Files
import Quarantine
import Submissions

struct InboxImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in mails and files that participants have sent.",
        discussion: """
            Takes mails (.eml, mbox, Maildir, .msg of Outlook), Markdown files, sealed submissions (.rostrum), zip files, and folders of \
            them; - is standard input. Where the keys are locked, it asks for their passphrase when a sealed submission is met. Nothing is removed from \
            where it lies, and what was imported before is not imported again, so the same folder can be named every time. What cannot be \
            read is kept in the office's inbox/unreadable, with the reason. A mail that says so to whoever sent it goes into the outbox.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Files and folders; - for standard input.", valueName: "path"), transform: NamedPath.parse)
    var paths: [String]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The returned submission that this is the new text of, where no mail tells it: on a stick, from another address.",
            valueName: "number"))
    var returned: Int?

    @Flag(help: "Write nobody that their text came in: for mails of long ago.")
    var noReplies = false

    @OptionGroup var moderator: ModeratorOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("Name a file or a folder, or - for standard input.") }
    }

    func run() throws {
        let ledger = try common.ledger()
        let quarantine = Quarantine(command: try ProgramPath.quarantine())
        // What is wrong in it stops nothing from coming in.
        let roster = try ForumMembers.known(try Roster.load(office: ledger.office).value ?? Roster(), common, tell: true)
        let replies = noReplies ? nil : try common.replies(try common.forum(), quarantine: quarantine, roster: roster)
        var intake = try Intake(
            ledger: ledger, quarantine: quarantine, scanner: try VirusScanner.find(), keys: try common.keys(), now: common.moment,
            replies: replies, using: SystemRandomNumberGenerator())
        if let returned {
            try intake.expect(returned, in: try common.content(), roster, as: try moderator.moderator())
        }
        var skipped: [LeftAlone] = []
        for path in paths {
            if path == "-" {
                try StandardInput.spooled(in: ledger.office) { (file) throws(Failure) in
                    try intake.add(contentsOf: file, named: "-") { skipped.append($0) }
                }
            } else {
                try intake.add(contentsOf: path) { skipped.append($0) }
            }
        }
        try intake.finish()
        try tell(intake.outcomes, skipped)
        try tellLeftOut(intake.outcomes, Inbox(office: ledger.office))
        if intake.unwritten.contains(.noSender), common.format == .text, !common.quiet {
            Console.note("Nobody is written that their text came in: \(ReplyOutcome.Reason.noSender.words).")
        }
        if let failure = intake.failure {
            throw Failure(
                "what is sealed was not imported: " + failure.message,
                remedy: (failure.remedy.map { $0 + " " } ?? "") + "Then run the command again: what was imported is not imported twice.")
        }
        let lost = skipped.filter(\.isLoss).count + intake.outcomes.filter(\.isLost).count
        guard lost == 0 else {
            throw Failure(
                lost == 1
                    ? "1 thing could not be read, and is not in the office" : "\(lost) things could not be read, and are not in the office",
                remedy: "Mend what is named above, and run the command again: what was imported is not imported twice.")
        }
    }

    /// What came in, and not whole.
    private func tellLeftOut(_ outcomes: [Intake.Outcome], _ inbox: Inbox) throws {
        guard common.format == .text, !common.quiet else { return }
        for case .received(let number, _) in outcomes where try inbox.record(number)?.leftOut.isEmpty == false {
            Console.note("Some of what came with submission \(number) was left out: rostrum inbox show \(number) tells what.")
        }
    }

    private func tell(_ outcomes: [Intake.Outcome], _ skipped: [LeftAlone]) throws {
        if common.format == .json {
            for outcome in outcomes { try Console.result(outcome.json) }
            for left in skipped { try Console.result(left.json) }
            return
        }
        for outcome in outcomes { if let line = outcome.line { try Console.result(line) } }
        for left in skipped where left.isLoss || !common.quiet {
            Console.note("left where it is: \(FindingWriter.printable(left.path)) (\(left.reason.words))")
        }
        guard !common.quiet else { return }
        try Console.result(summary(outcomes))
    }

    private func summary(_ outcomes: [Intake.Outcome]) -> String {
        var (received, rejoined, known, aside, locked) = (0, 0, 0, 0, 0)
        for outcome in outcomes {
            switch outcome {
            case .received: received += 1
            case .rejoined: rejoined += 1
            case .known, .setAsideBefore: known += 1
            case .setAside, .tooLarge: aside += 1
            case .locked: locked += 1
            }
        }
        var parts = [received == 1 ? "1 new submission" : "\(received) new submissions"]
        if rejoined > 0 { parts.append("\(rejoined) came back corrected") }
        if known > 0 { parts.append(known == 1 ? "1 was there before" : "\(known) were there before") }
        if locked > 0 { parts.append("\(locked) could not be unsealed yet") }
        if aside > 0 { parts.append(aside == 1 ? "1 was set aside" : "\(aside) were set aside") }
        let next = received + rejoined > 0 ? " Next: rostrum inbox list" : ""
        return parts.joined(separator: ", ") + "." + next
    }
}

extension Intake.Outcome {
    /// Nil for what was there before.
    fileprivate var line: String? {
        switch self {
        case .received(let number, let source): "submission \(number): from \(FindingWriter.printable(source))"
        case .rejoined(let number, let source): "submission \(number) came back: \(FindingWriter.printable(source))"
        case .known, .setAsideBefore: nil
        case .setAside(let reason, let source): "set aside: \(FindingWriter.printable(source)): \(reason.words)"
        case .locked(let source):
            "left where it is: \(FindingWriter.printable(source)): it is sealed, and the keys of the office could not be used"
                + (isLost ? "; it was not kept: save it as a file" : "")
        case .tooLarge(let source):
            "set aside: \(FindingWriter.printable(source)): larger than 25 MB; "
                + (isLost ? "it was not kept: save it as a file, or ask for it in parts" : "it was left where it is; ask for it in parts")
        }
    }

    fileprivate var json: String {
        let (what, number, reason, source): (String, Int?, String?, String) =
            switch self {
            case .received(let number, let source): ("received", number, nil, source)
            case .rejoined(let number, let source): ("rejoined", number, nil, source)
            case .known(let number, let source): ("known", number, nil, source)
            case .setAsideBefore(let source): ("known", nil, nil, source)
            case .setAside(let reason, let source): ("set-aside", nil, reason.rawValue, source)
            case .locked(let source): ("left", nil, "locked", source)
            case .tooLarge(let source): ("set-aside", nil, "too-large", source)
            }
        return "{\"outcome\":\"\(what)\"" + (number.map { ",\"submission\":\($0)" } ?? "")
            + (reason.map { ",\"reason\":\"\($0)\"" } ?? "") + ",\"source\":\(FindingWriter.quote(source))}"
    }
}

extension LeftAlone {
    fileprivate var json: String {
        "{\"outcome\":\"left\",\"reason\":\"\(reason.rawValue)\",\"source\":\(FindingWriter.quote(path))}"
    }
}

extension LeftAlone.Reason {
    /// In words, for brackets.
    fileprivate var words: String {
        switch self {
        case .unnamed: "no text names it"
        case .notPlain: "it is a link or no ordinary file"
        case .unreadable: "it may not be read: see its owner and mode with `ls -l`"
        case .badName: "its name is not UTF-8: rename it"
        }
    }
}
