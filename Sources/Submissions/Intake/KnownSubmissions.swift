import Diagnostics
import Quarantine

/// What the office has, for telling whether something came before.
struct KnownSubmissions {
    /// The number that the next submission gets.
    private(set) var next: Int
    private var byIdentity: [String: Int] = [:]
    /// Those that were returned and are waited for.
    private var returned: [Int: Record] = [:]
    /// Those of which nothing is left, the mails that they came in neither.
    private var purged: Set<Int> = []
    /// Numbers by the identifiers of the mails that they came in.
    private var byMessage: [String: Int] = [:]
    /// Numbers by what the identifiers of the mails begin with that told their authors.
    private var byReply: [String: Int] = [:]

    init(_ records: [Record]) throws(Failure) {
        next = (records.map(\.number).max() ?? 0) + 1
        for record in records { note(record) }
    }

    private mutating func note(_ record: Record) {
        if record.revisions.isEmpty { purged.insert(record.number) }
        for identity in record.identities { byIdentity[identity] = record.number }
        if let id = record.origin.messageID { byMessage[id] = record.number }
        for event in record.history where event.mail != nil {
            byReply[Replies.identifier(of: record, entry: event.entry)] = record.number
        }
        returned[record.number] = record.state == .returned ? record : nil
    }

    mutating func add(_ record: Record, _ candidate: Candidate) {
        next = max(next, record.number + 1)
        note(record)
    }

    /// The submission that a candidate is, where it came before.
    func number(of identity: String) -> Int? { byIdentity[identity] }

    /// The submission that one of some identities is of.
    func number(ofAny identities: [String]) -> Int? { identities.lazy.compactMap { byIdentity[$0] }.first }

    /// The submission whose mail a candidate's answers, whoever sent it.
    func answered(_ candidate: Candidate) -> Int? { candidate.letter?.references.lazy.compactMap { submission(of: $0) }.first }

    /// The submission that came in a mail, or whose author was told by it.
    private func submission(of mail: String) -> Int? { byMessage[mail] ?? byReply[String(mail.prefix { $0 != "@" })] }

    /// Whether one of some submissions came in this very mail.
    func came(_ numbers: [Int], in letter: Letter?) -> Bool {
        guard let number = letter?.messageID.flatMap({ byMessage[$0] }) else { return false }
        return numbers.contains(number)
    }

    /// Whether all of some submissions were purged: what came with them must not come back.
    func arePurged(_ numbers: [Int]) -> Bool { purged.isSuperset(of: numbers) }

    /// The submission of that number, where it was returned and is waited for.
    func returned(_ number: Int) -> Record? { returned[number] }

    /// The submission that a candidate is the corrected text of: one that was returned, and is its sender's, or that of whose passphrase the
    /// sealed file proves. The fields name it, or the mail answers it or has its subject. From anybody else it is a submission of its own:
    /// whoever knows a mail's identifier, or a number, could take its place. And what answers a text with fields without any, as a word of
    /// thanks does, takes no text's place.
    func returned(_ candidate: Candidate) -> Record? {
        let isWritten = candidate.isWritten
        let same = returned.values.filter { candidate.isOfSame($0) && (isWritten || !$0.origin.hasFields) }
        if let number = candidate.answers { return same.first { $0.number == number } }
        guard let letter = candidate.letter else { return nil }
        // A thread and a subject tell nothing of whose a passphrase is: the address does.
        let sent = same.filter { candidate.isSent(bySenderOf: $0) }
        for reference in letter.references {
            if let number = submission(of: reference), let record = sent.first(where: { $0.number == number }) { return record }
        }
        // The form writes the same subject for everything, and says by itself what it answers.
        guard candidate.bundle == nil else { return nil }
        let subject = Self.bare(letter.subject)
        return sent.filter { !subject.isEmpty && Self.bare($0.origin.subject ?? "") == subject }.min { $0.number < $1.number }
    }

    /// A subject without what mail programs put before it, in the languages of the forum and others, for comparing it.
    static func bare(_ subject: String) -> String { withoutPrefix(subject).lowercased() }

    /// A subject without what mail programs put before it, with single blanks between its words.
    static func withoutPrefix(_ subject: String) -> String {
        var rest = subject[...]
        while let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }), rest[..<colon].count <= 6,
            prefixes.contains(rest[..<colon].filter { $0.isLetter }.lowercased())
        {
            rest = rest[rest.index(after: colon)...].drop { $0.isWhitespace }
        }
        return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let prefixes: Set<String> = [
        "re", "aw", "sv", "rv", "res", "ref", "réf", "ha", "fw", "fwd", "wg", "tr", "rif", "отв", "на", "пересл", "رد", "回复", "回覆", "答复",
        "转发",
    ]
}

extension Candidate {
    /// The returned submission that its fields say it is the new text of.
    fileprivate var answers: Int? {
        var ignored: [Finding] = []
        return Submission.read(path: "", bytes: text, findings: &ignored)?.answers
    }

    /// Whether it is from whom a submission is from: by the passphrase that the submission was proved with, or, where it was not, by the
    /// address that it came from. Anybody can write an address into a mail: it does not take the place of a proof.
    fileprivate func isOfSame(_ record: Record) -> Bool {
        if let prover = record.proof?.holder { return seal?.proof.holder == prover }
        return isSent(bySenderOf: record)
    }

    fileprivate func isSent(bySenderOf record: Record) -> Bool {
        guard let sender = letter?.from.first?.address.lowercased() else { return false }
        return record.origin.sender?.lowercased() == sender
    }
}
