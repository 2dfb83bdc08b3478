import Access
import ContentStore
import Diagnostics
import Files
import Generator
import Model
import Quarantine
import Submissions

/// One run of `rostrum digest`.
struct DigestSession {
    private let call: DigestCommand
    private let common: CommonOptions
    private let content: ForumContent
    private let roster: Roster
    private let period: ClosedRange<Day>
    /// Nil where only files are written.
    private let ledger: Ledger?
    private let keystore: Keystore?

    init(_ call: DigestCommand) throws {
        self.call = call
        common = call.common
        if call.outbox {
            _ = try call.moderator.moderator()
            ledger = try common.ledger()
        } else {
            ledger = nil
            _ = try common.inbox()  // finishes what an earlier command has left half done
        }
        content = try common.content()
        roster = try common.roster()
        let office = try common.office()
        keystore = try Keystore.exists(office: office) ? Keystore.load(office: office, ask: common.ask) : nil
        let last = call.until ?? content.today
        guard last <= content.today else {
            throw Failure("\(last) is not over yet: today is \(content.today)", remedy: "Name today or an earlier day with --until.")
        }
        guard call.since <= last else {
            throw Failure("\(call.since) has not begun yet: today is \(content.today)", remedy: "Name an earlier day with --since.")
        }
        period = call.since...last
        if let language = call.language { try content.forum.require(language) }
        if let member = call.member { try ForumMembers.require(member, common) }
    }

    func run() throws {
        let days = try ClosingDays(Log(office: common.office()), calendar: content.calendar)
        let news = News(content.content, calendar: content.calendar, now: content.now, period: period, days: days)
        let quarantine = Quarantine(command: try ProgramPath.quarantine())
        let names = keystore.map { OpaqueNames($0) }
        let isServed = content.forum.gate == .server
        let digests = Digests(
            try common.letterhead(content.forum), quarantine: quarantine, entryPath: { names?.name(for: "entry/\($0)") },
            guestsFolder: { isServed ? Build.folder(ofGuestsOf: $0) : nil })
        let made = try digests.make(news, for: try readers(), in: content)
        guard !made.isEmpty else {
            return try common.say(
                "Nothing happened in the forum from \(period.lowerBound) to \(period.upperBound): no digest was made.",
                json: "{\"since\":\"\(period.lowerBound)\",\"until\":\"\(period.upperBound)\",\"digests\":0}")
        }
        if let ledger { try post(made, digests, ledger) } else { try write(made, digests) }
        sayWhatIsNext()
    }

    // MARK: For whom

    private func readers() throws -> [DigestReader] {
        if let member = call.member {
            let reader = roster.members[member]
            let known = reader?.language.flatMap { content.forum.languages.contains($0) ? $0 : nil }
            let language = call.language ?? known ?? content.forum.defaultLanguage
            guard call.outbox else { return [DigestReader(.member(member), language)] }
            guard let reader, reader.digest, !reader.addresses.isEmpty else {
                throw Failure(
                    "the roster has no address of \(member) that wants digests",
                    remedy: "Add addresses and digest: true in roster.yaml in the office, or leave --outbox out.")
            }
            guard keystore?.standing(at: content.now).contains(where: { $0.holder == .member(member) }) ?? true else {
                throw Failure(
                    "\(member) has no passphrase, and so no digest", remedy: "Issue one with `rostrum access issue --member \(member)`.")
            }
            return [DigestReader(.member(member), language, addresses: reader.addresses)]
        }
        let holders = keystore.map { Set($0.standing(at: content.now).map(\.holder)) }
        let all = roster.digestReaders(of: content.forum, holders: holders, invitations: invitations)
        if call.outbox { tellOfThoseWithout(holders) }
        let wanted = all.filter { call.language == nil || $0.language == call.language }
        if call.outbox {
            guard !wanted.isEmpty else { throw nobody }
            return wanted
        }
        if let language = call.language { return [DigestReader(.everything, language)] }
        let insiders = Set(all.filter { !$0.isGuest }.map(\.language))
        guard !insiders.isEmpty else { throw nobody }
        return content.forum.languages.filter(insiders.contains).map { DigestReader(.everything, $0) }
    }

    /// Names those of the roster who want digests and can open nothing: whose passphrase was taken back, or who is no member.
    private func tellOfThoseWithout(_ holders: Set<Holder>?) {
        guard let holders, common.format == .text, !common.quiet else { return }
        let members = roster.members.filter { $0.value.digest && !holders.contains(.member($0.key)) }.keys
        let staff = roster.staff.filter { $0.value.digest && !holders.contains(.staff($0.key)) }.keys
        let names = (members.sorted() + staff.sorted()).map { PageLines.value($0) }
        guard !names.isEmpty else { return }
        Console.note("No digest for \(names.joined(separator: ", ")): the roster has them, and they have no passphrase.")
    }

    private var nobody: Failure {
        let which = call.language.map { " in the language \($0)" } ?? ""
        return Failure(
            "nobody in the roster wants digests\(which)",
            remedy: "Add addresses and digest: true in roster.yaml in the office, or make a file with --language.")
    }

    /// The discussions that each guest can open now.
    private var invitations: [String: Set<String>] {
        var invitations: [String: Set<String>] = [:]
        for slot in keystore?.standing(at: content.now) ?? [] {
            if case .guest(let name, let discussion) = slot.holder { invitations[name, default: []].insert(discussion) }
        }
        return invitations
    }

    // MARK: What comes of it

    private func write(_ made: [Digests.Made], _ digests: Digests) throws {
        let files = made.map { made in
            let member = if case .member(let code) = made.reader.scope { code + "." } else { "" }
            let name = "digest-\(period.lowerBound)-\(period.upperBound).\(member)\(made.reader.language).eml"
            return (call.output.map { $0 + "/" } ?? "") + name
        }
        for file in files {
            if let obstacle = try NamedPath.obstacle(file) {
                throw Failure("there is already \(obstacle) \(file)", remedy: "Nothing is overwritten: remove it, or name another folder.")
            }
            try common.place(file, for: .letter)
        }
        for ((file, made), bytes) in zip(zip(files, made), try digests.files(made, at: content.now)) {
            try FileSystem.create(file, bytes, mode: 0o600)
            let json = "{\"file\":\(FindingWriter.quote(file)),\(fields(made))}"
            try common.say("\(file): \(FindingWriter.printable(made.mail.subject))", json: json)
        }
    }

    private func post(_ made: [Digests.Made], _ digests: Digests, _ ledger: Ledger) throws {
        let name = try Moderator(call.moderator.moderator(), in: content.forum).name
        let posted = try digests.post(made, as: name, through: ledger, at: content.now)
        if common.format == .json {
            for (number, made) in posted.mails { try Console.result("{\"mail\":\(number),\(fields(made))}") }
            if posted.known > 0 { try Console.result("{\"known\":\(posted.known)}") }
            return
        }
        let count = posted.mails.count
        if count > 0 {
            let mails = count == 1 ? "1 digest waits" : "\(count) digests wait"
            try common.say("\(mails) in the outbox. Next: rostrum outbox list, then rostrum outbox send.", json: "")
        }
        if posted.known > 0 {
            let these = posted.known == 1 ? "1 reader has" : "\(posted.known) readers have"
            try common.say("\(these) a digest of these days there already, and no other was made.", json: "")
        }
    }

    private func fields(_ made: Digests.Made) -> String {
        let member = if case .member(let code) = made.reader.scope { ",\"member\":\"\(code)\"" } else { "" }
        return "\"language\":\"\(made.reader.language)\"\(member),\"subject\":\(FindingWriter.quote(made.mail.subject))"
    }

    /// How the next digest leaves no gap, and tells nothing twice.
    private func sayWhatIsNext() {
        guard common.format == .text, !common.quiet else { return }
        if period.upperBound == content.today {
            Console.note(
                "Today is not over: what is published later today is in no digest that begins tomorrow. With --until and an earlier day, days are whole."
            )
        } else {
            let next = content.calendar.day(of: content.calendar.closing(.day(period.upperBound)))
            Console.note("The next one begins with --since \(next).")
        }
    }
}
