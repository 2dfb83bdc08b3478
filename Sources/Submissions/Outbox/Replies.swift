package import Access
package import ContentStore
package import Diagnostics
package import Files
package import Model
package import Quarantine
import Theme

/// Writes replies to participants into the outbox, in their languages. What it gives back is put on the disk together with the decision.
package struct Replies: Sendable {
    let letterhead: Letterhead
    private let roster: Roster
    /// By their addresses in lower case.
    private let readers: [String: Roster.Reader]
    private let remarks: RemarkTexts?
    private let quarantine: Quarantine
    /// What the folder of an entry's page is called, by the entry's name; nil where that is not known now.
    let entryPath: @Sendable (String) -> String?
    private let seal: Seal

    /// Seals a text for whoever has proved that a passphrase is theirs; nil where that cannot be done any more.
    package typealias Seal = @Sendable (FileBundle, Holder) throws(Failure) -> [UInt8]?

    /// - Parameters:
    ///   - remarks: what checks say to participants; nil where no reply tells that.
    ///   - quarantine: composes mails.
    ///   - entryPath: what the folder of an entry's page is called below its language, by the entry's name; nil where that cannot be told.
    ///   - seal: seals texts that go back to their authors.
    package init(
        _ letterhead: Letterhead, roster: Roster, remarks: RemarkTexts? = nil, quarantine: Quarantine,
        entryPath: @escaping @Sendable (String) -> String?, seal: @escaping Seal = { (_, _) throws(Failure) in nil }
    ) {
        self.letterhead = letterhead
        self.roster = roster
        readers = roster.readers
        self.remarks = remarks
        self.quarantine = quarantine
        self.entryPath = entryPath
        self.seal = seal
    }

    /// What some replies come to.
    package struct Written: Sendable {
        /// What puts them into the outbox.
        package var changes: [Change] = []
        /// For each of them, in their order.
        package var outcomes: [ReplyOutcome] = []
    }

    /// Writes them, all in one go.
    package func write(_ replies: [Reply], in ledger: Ledger, at now: Instant) throws(Failure) -> Written {
        guard !replies.isEmpty else { return Written() }
        var written = Written()
        var mails: [(mail: OutgoingMail, files: [[UInt8]])] = []
        var number = try Outbox(office: ledger.office).next()
        for reply in replies {
            switch recipient(of: reply) {
            case .failure(let none): written.outcomes.append(.none(none.reason))
            case .success(let recipient):
                let sealed = try returned(reply, to: recipient)
                let mail = mail(reply, to: recipient, number: number, file: sealed?.file, at: now)
                written.outcomes.append(.written(number, isHeld: mail.state == .held))
                mails.append((mail, sealed.map { [$0.bytes] } ?? []))
                number += 1
            }
        }
        written.changes = try letterhead.changes(mails, quarantine)
        return written
    }

    // MARK: To whom

    private struct Recipient {
        let name: String
        let address: String
        /// Who they are, where the roster has the address or their passphrase was proved.
        let reader: Roster.Reader?
        /// Whose passphrase was proved.
        let holder: Holder?
        /// Whether somebody is known to have the address. A proof tells who made a text, and not who sent it: it speaks for an address only
        /// where the roster has none of theirs.
        let isKnown: Bool
    }

    private struct NoReply: Error { let reason: ReplyOutcome.Reason }

    private func recipient(of reply: Reply) -> Result<Recipient, NoReply> {
        let origin = reply.records[0].origin
        let author = reply.submission?.author
        guard letterhead.address != nil else { return .failure(NoReply(reason: .noSender)) }
        guard let address = origin.sender ?? author?.email, !address.isEmpty else { return .failure(NoReply(reason: .noAddress)) }
        guard MailDraft.isAddress(address) else { return .failure(NoReply(reason: .badAddress)) }
        let machines: [Letter.Nature] = [.automatic, .deliveryReport]
        guard !machines.contains(where: { origin.nature.contains($0.rawValue) }) else { return .failure(NoReply(reason: .automatic)) }
        guard !letterhead.isOwn(address) else { return .failure(NoReply(reason: .ownAddress)) }
        let name = origin.sender == nil ? author?.name : origin.senderName
        let holder = reply.records[0].proof?.holder
        let (proved, known) = (holder.flatMap { roster.reader($0) }, readers[address.lowercased()])
        return .success(
            Recipient(
                name: String(PlainLines.one(name ?? "").prefix(200)), address: address, reader: known ?? proved, holder: holder,
                isKnown: known != nil || holder != nil && proved?.addresses.isEmpty ?? true))
    }

    // MARK: What

    /// The file with the text to work on, of one that goes back to somebody whose passphrase is known.
    private func returned(_ reply: Reply, to recipient: Recipient) throws(Failure) -> (file: OutgoingMail.File, bytes: [UInt8])? {
        guard reply.kind == .returned, !reply.files.isEmpty, let holder = recipient.holder else { return nil }
        let strings = letterhead.strings(language(of: reply, for: recipient))
        let answer = ReplyText(
            reply: reply, forum: letterhead.forum, strings: strings, words: letterhead.words(strings.language), remarks: remarks, url: nil,
            hasFile: true
        ).answer
        guard let bundle = ReturnedBundle.make(reply.files, answer: answer), let bytes = try seal(bundle, holder) else { return nil }
        let name = "submission-\(reply.records[0].number).rostrum"
        return (OutgoingMail.File(name: name, type: "application/octet-stream"), bytes)
    }

    private func mail(_ reply: Reply, to recipient: Recipient, number: Int, file: OutgoingMail.File?, at now: Instant) -> OutgoingMail {
        let record = reply.records[0]
        let language = language(of: reply, for: recipient)
        let strings = letterhead.strings(language)
        let text = ReplyText(
            reply: reply, forum: letterhead.forum, strings: strings, words: letterhead.words(language), remarks: remarks,
            url: url(of: reply, in: language), hasFile: file != nil)
        let answered = record.origin.messageID.flatMap { MailDraft.isIdentifier($0) ? $0 : nil }
        // The first tells what the thread is, the last where it is.
        let before = (record.origin.references ?? []).filter { MailDraft.isIdentifier($0) && $0 != answered }
        let references = before.count > 20 ? before.prefix(1) + before.suffix(19) : before[...]
        return OutgoingMail(
            number: number, state: recipient.isKnown ? .waiting : .held, kind: reply.kind, submissions: reply.records.map(\.number),
            entry: reply.entry, place: reply.place, to: recipient.address, name: recipient.name, subject: subject(record, strings),
            messageID: Self.identifier(of: record, entry: reply.entry) + "@" + letterhead.host, inReplyTo: answered,
            references: answered == nil ? [] : references + [answered].compactMap { $0 }, language: language.code, made: now.iso,
            offset: letterhead.offset(at: now), text: text.text, isAutomatic: [.received, .rejoined, .published].contains(reply.kind),
            asks: text.asksAboutSeal ? true : nil, files: [file].compactMap { $0 }, editedBy: [], sent: nil, by: nil)
    }

    /// Of the reader, else of the text, else of the forum; always one that mails are written in.
    private func language(of reply: Reply, for recipient: Recipient) -> Language {
        let forum = letterhead.forum
        let wanted = recipient.reader.map { $0.language ?? forum.defaultLanguage } ?? reply.submission?.language
        return wanted.flatMap { letterhead.has($0) ? $0 : nil } ?? forum.defaultLanguage
    }

    private func subject(_ record: Record, _ strings: Strings) -> String {
        let bare = KnownSubmissions.withoutPrefix(PlainLines.one(record.origin.subject ?? ""))
        guard !bare.isEmpty else {
            return strings.text(of: MailString.submission, ["forum": letterhead.title(strings.language)])
        }
        return strings.text(of: MailString.reply, ["subject": String(bare.prefix(200))])
    }

    /// What a reply's identifier begins with, up to the `@`: with it, an answer to the reply finds the submission.
    static func identifier(of record: Record, entry: Int) -> String {
        "reply." + Digest.sha256Hex([UInt8]("reply \(record.salt) \(record.number) \(entry)".utf8)).prefix(24)
    }
}

extension OutgoingMail {
    func written() throws(Failure) -> [UInt8] {
        do {
            return try bytes
        } catch {
            throw Failure("the record of mail \(number) cannot be written: \(error)")
        }
    }
}
