import ArgumentParser
import Diagnostics
import Submissions

struct OutboxSendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send what waits, or the mails that are named.",
        discussion: """
            Hands them to the relay that --relay or the file relay.yaml in the office names, else to msmtp or sendmail where this machine has \
            one. Where there is none of these, it says where the files lie, for your mail program; `rostrum outbox mark` then says that \
            they are sent. Mails to addresses that nobody in the roster has, and such of which nobody knows whether they were sent, go only \
            when they are named. A receipt is dropped once a mail with the decision has gone to the same person, and an approval once one has that \
            says that the text is published.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("The mails' numbers; none for all that wait.", valueName: "number"))
    var numbers: [Int] = []

    @Option(
        help: ArgumentHelp(
            "Who takes the mails: smtp://host:port, smtps://host, msmtp or sendmail.", valueName: "relay"))
    var relay: String?

    func run() throws {
        let letterhead = try common.letterhead(try common.forum())
        let selection = try common.dispatch(as: moderator, letterhead).selection(numbers)
        let going = selection.going
        for (mail, why) in selection.kept { try tell(mail, why) }
        guard !going.isEmpty else {
            try drop(selection.overtaken, letterhead)
            return try common.say(
                selection.kept.isEmpty ? "Nothing waits to be sent." : "Nothing else waits to be sent.", json: "{\"sent\":0}")
        }
        guard let relay = try Relay.find(try settings()) else { return try tellByHand(selection) }
        var (refused, unknown): ([Int], [Int]) = ([], [])
        for mail in going {
            switch try send(mail, relay, letterhead) {
            case .accepted: break
            case .refused: refused.append(mail.number)
            case .unknown: unknown.append(mail.number)
            }
        }
        try drop(selection.overtaken, letterhead)
        guard !refused.isEmpty else {
            guard let first = unknown.first else { return }
            throw Failure(
                unknown.count == 1
                    ? "whether mail \(first) was sent is not known" : "whether \(unknown.count) mails were sent is not known",
                remedy: "See above for what \(relay.name) said; say of each whether it has arrived.")
        }
        throw Failure(
            refused.count == 1 ? "mail \(refused[0]) was not sent" : "\(refused.count) of \(going.count) mails were not sent",
            remedy: """
                See above for what \(relay.name) said; run the command again when that is mended. Or open \(refused.count == 1 ? "it" : "them") \
                with your mail program (`rostrum outbox show \(refused[0])` names the file), and say so with `rostrum outbox mark \(refused[0])`.
                """)
    }

    private func settings() throws -> RelaySettings {
        let loaded = try RelaySettings.load(office: try common.office())
        try common.report(loaded.findings)
        var settings = loaded.settings ?? RelaySettings()
        if let relay { settings.way = try RelaySettings.way(relay, from: "--relay") }
        return settings
    }

    /// Hands one over. The office is not held while the relay is spoken to.
    ///
    /// - Returns: what came of it, after it was said.
    private func send(_ mail: OutgoingMail, _ relay: Relay, _ letterhead: Letterhead) throws -> Relay.Outcome {
        let number = mail.number
        let (message, sender) = try common.dispatch(as: moderator, letterhead).begin(mail)
        let outcome = try relay.send(message, from: sender, to: mail.to)
        try common.dispatch(as: moderator, letterhead).finish(number, outcome, before: mail.state)
        switch outcome {
        case .accepted:
            try common.say(
                "Mail \(number) is sent to \(PageLines.value(mail.to)).", json: "{\"mail\":\(number),\"state\":\"sent\"}")
        case .refused(let why): Console.note("Mail \(number) was not sent: \(PageLines.value(why))")
        case .unknown(let why):
            Console.note(
                "Mail \(number) may have been sent: \(PageLines.value(why)). `rostrum outbox mark \(number)` when it has arrived, "
                    + "`rostrum outbox send \(number)` to send it once more.")
        }
        return outcome
    }

    /// Takes those out that others leave nothing to tell by, where these have gone.
    private func drop(_ mails: [OutgoingMail], _ letterhead: Letterhead) throws {
        for mail in mails {
            guard let later = try common.dispatch(as: moderator, letterhead).dropOvertaken(mail) else { continue }
            try common.say(
                "Mail \(mail.number) (\(mail.kind.words)) is dropped: mail \(later) says more of the same.",
                json: "{\"mail\":\(mail.number),\"state\":\"dropped\",\"overtakenBy\":\(later)}")
        }
    }

    private func tell(_ mail: OutgoingMail, _ why: Dispatch.Hold) throws {
        guard common.format == .text else { return try Console.result(OutboxLine(mail).json) }
        let to = PageLines.value(mail.to)
        Console.note(
            why == .stranger
                ? "Mail \(mail.number) is held: nobody in the roster has the address \(to). `rostrum outbox send \(mail.number)` sends it."
                : "Mail \(mail.number) to \(to) may have been sent: it was being handed over when a command was cut short. "
                    + "`rostrum outbox mark \(mail.number)` when it has arrived, `rostrum outbox send \(mail.number)` to send it once more."
        )
    }

    private func tellByHand(_ selection: Dispatch.Selection) throws {
        let outbox = try common.outbox()
        for mail in selection.going {
            guard common.format == .text else {
                try Console.result(OutboxLine(mail).json)
                continue
            }
            try Console.result("\(outbox.path(mail.number))  to \(PageLines.value(mail.to))")
        }
        guard common.format == .text, !common.quiet else { return }
        let numbers = selection.going.map { String($0.number) }.joined(separator: " ")
        let overtaken = selection.overtaken.map { String($0.number) }.joined(separator: " ")
        Console.note(
            """
            Nothing was sent: this machine has neither msmtp nor sendmail, and no relay is named. Open these files with your mail program \
            and send them from there, then say so:
              rostrum outbox mark \(numbers)
            Or name a relay, with --relay smtp://relay.example.org:587 or in \(try common.office())/\(RelaySettings.fileName).
            """)
        guard !overtaken.isEmpty else { return }
        Console.note("What later mails say more of need not be sent at all:\n  rostrum outbox drop \(overtaken)")
    }
}
