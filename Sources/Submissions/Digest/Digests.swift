import Access
package import Diagnostics
package import Model
package import Quarantine

/// Makes the digests of some days for readers, as mails.
package struct Digests: Sendable {
    private let letterhead: Letterhead
    private let writer: DigestWriter
    private let quarantine: Quarantine

    /// - Parameters:
    ///   - quarantine: composes mails.
    ///   - entryPath: what the folder of an entry's page is called below its language, by the entry's name; nil where that cannot be told.
    ///   - guestsFolder: the folder from the site's root that holds what the guests of a discussion read, ending in `/`; nil for the root.
    package init(
        _ letterhead: Letterhead, quarantine: Quarantine, entryPath: @escaping @Sendable (String) -> String?,
        guestsFolder: @escaping @Sendable (String) -> String?
    ) {
        self.letterhead = letterhead
        self.quarantine = quarantine
        writer = DigestWriter(letterhead.forum, letterhead.theme, entryPath: entryPath, guestsFolder: guestsFolder)
    }

    /// A digest for one reader.
    package struct Made: Sendable {
        package let reader: DigestReader
        package let mail: DigestWriter.Mail
        /// The first and the last day.
        package let period: ClosedRange<Day>
    }

    /// In the order of the readers, without those for whom nothing happened. Only texts whose beginnings stand in one are rendered.
    package func make(_ news: News, for readers: [DigestReader], in content: ForumContent) throws(Failure) -> [Made] {
        let told = readers.map { (reader: $0, news: $0.own(news)) }.filter { !$0.news.isEmpty }
        let paths = told.reduce(into: Set<String>()) { $0.formUnion(writer.texts($1.news, in: $1.reader.language)) }
        let excerpts = try content.excerpts(of: paths)
        // What is the same for all of a language is written once.
        var common: [Language: DigestWriter.Mail] = [:]
        return told.map { reader, own in
            let isCommon = !reader.isGuest && own.replies.isEmpty
            if isCommon, let mail = common[reader.language] { return Made(reader: reader, mail: mail, period: news.period) }
            let mail = writer.mail(own, in: reader.language, excerpts: excerpts, isForGuests: reader.isGuest)
            if isCommon { common[reader.language] = mail }
            return Made(reader: reader, mail: mail, period: news.period)
        }
    }

    /// The mails' bytes, each to the forum itself: for files, to be sent on by hand.
    package func files(_ made: [Made], at now: Instant) throws(Failure) -> [[UInt8]] {
        let drafts = try made.map { (made) throws(Failure) in
            try letterhead.draft(outgoing(made, to: letterhead.address ?? "", number: 0, entry: 0, at: now), files: [])
        }
        return try quarantine.compose(drafts)
    }

    /// What `post` has done.
    package struct Posted: Sendable {
        /// The numbers of the mails in the outbox, with whom each is for.
        package var mails: [(number: Int, made: Made)] = []
        /// Mails that the outbox had already: to the same address, of the same days.
        package var known = 0
    }

    /// Puts a mail for each address of each reader into the outbox. Who has one of the same days there gets no other.
    ///
    /// - Parameter name: the moderator's.
    package func post(_ made: [Made], as name: String, through ledger: Ledger, at now: Instant) throws(Failure) -> Posted {
        let outbox = Outbox(office: ledger.office)
        let present = Set(try outbox.mails().filter { $0.kind == .digest }.map(\.messageID))
        var number = try outbox.next()
        let entry = try ledger.end().count + 1
        var posted = Posted()
        var mails: [(mail: OutgoingMail, files: [[UInt8]])] = []
        for made in made {
            for address in made.reader.addresses {
                let mail = outgoing(made, to: address, number: number, entry: entry, at: now)
                if present.contains(mail.messageID) {
                    posted.known += 1
                    continue
                }
                mails.append((mail, []))
                posted.mails.append((number, made))
                number += 1
            }
        }
        guard let period = made.first?.period, !mails.isEmpty else { return posted }
        let changes = try letterhead.changes(mails, quarantine)
        let facts = ["since": "\(period.lowerBound)", "until": "\(period.upperBound)", "mails": String(mails.count)]
        try ledger.commit([LogEntry.Draft(by: name, .digest, facts: facts)], changes, at: now)
        return posted
    }

    private func outgoing(_ made: Made, to address: String, number: Int, entry: Int, at now: Instant) -> OutgoingMail {
        // The same for the same days and the same address: whoever sends twice shows one mail.
        let days = "\(made.period.lowerBound) \(made.period.upperBound)"
        let identity = "digest \(days) \(made.reader.language) \(made.reader.scope.name) \(address.lowercased())"
        return OutgoingMail(
            number: number, state: .waiting, kind: .digest, submissions: [], entry: entry, place: nil, to: address, name: "",
            subject: made.mail.subject, messageID: "digest." + Digest.sha256Hex([UInt8](identity.utf8)).prefix(24) + "@" + letterhead.host,
            inReplyTo: nil, references: [], language: made.reader.language.code, made: now.iso, offset: letterhead.offset(at: now),
            text: made.mail.text, html: made.mail.html, isAutomatic: true, files: [], editedBy: [], sent: nil, by: nil)
    }
}

extension DigestReader.Scope {
    /// Tells mails to one address apart.
    fileprivate var name: String {
        switch self {
        case .everything: "everything"
        case .member(let code): code
        case .guest(let discussions): discussions.sorted().joined(separator: " ")
        }
    }
}
