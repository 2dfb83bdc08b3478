import Diagnostics
import Quarantine

/// What the office has, for telling whether something came before.
struct KnownSubmissions {
    /// The number that the next submission gets.
    private(set) var next: Int
    private var byIdentity: [String: Int] = [:]
    /// Those that were returned and are waited for.
    private var returned: [Int: Record] = [:]
    /// Numbers by the identifiers of the mails that they came in.
    private var byMessage: [String: Int] = [:]
    /// Numbers by what the identifiers of the mails begin with that told their authors.
    private var byReply: [String: Int] = [:]

    init(_ records: [Record]) throws(Failure) {
        next = (records.map(\.number).max() ?? 0) + 1
        for record in records { note(record) }
    }

    private mutating func note(_ record: Record) {
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

    /// The submission whose mail a candidate's answers, whoever sent it.
    func answered(_ candidate: Candidate) -> Int? { candidate.letter?.references.lazy.compactMap { submission(of: $0) }.first }

    /// The submission that came in a mail, or whose author was told by it.
    private func submission(of mail: String) -> Int? { byMessage[mail] ?? byReply[String(mail.prefix { $0 != "@" })] }

    /// The submission of that number, where it was returned and is waited for.
    func returned(_ number: Int) -> Record? { returned[number] }

    /// The submission that a candidate is the corrected text of: one that was returned, from the same address, which the mail answers or whose
    /// subject it has. From any other address it is a submission of its own: whoever knows a mail's identifier could take its place. And what
    /// answers a text with fields without any, as a word of thanks does, takes no text's place.
    func returned(_ candidate: Candidate) -> Record? {
        guard let letter = candidate.letter, let sender = letter.from.first?.address.lowercased() else { return nil }
        let hasFields = Candidate.hasFields(candidate.text)
        let same = returned.values.filter { $0.origin.sender?.lowercased() == sender && (hasFields || !$0.origin.hasFields) }
        for reference in letter.references {
            if let number = submission(of: reference), let record = same.first(where: { $0.number == number }) { return record }
        }
        let subject = Self.bare(letter.subject)
        return same.filter { !subject.isEmpty && Self.bare($0.origin.subject ?? "") == subject }.min { $0.number < $1.number }
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
