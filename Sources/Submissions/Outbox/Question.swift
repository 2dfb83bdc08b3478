package import ContentStore
package import Diagnostics
package import Model
package import Quarantine

/// A question that a moderator puts to somebody who may know: to a member of staff, or an invited expert.
package struct Question: Sendable {
    /// The discussion's number.
    package let discussion: String
    /// The guiding question that it is, from 1; nil for what the moderator asks in words alone.
    package let number: Int?
    /// The address that it goes to.
    package let address: String
    /// What the moderator asks or adds.
    package let words: String?
    /// In which it is asked; nil for that of whoever is asked, else one of the discussion's.
    package let language: Language?
    /// Whether what was said so far is told.
    package let withExcerpts: Bool

    package init(
        discussion: String, number: Int?, to address: String, words: String?, language: Language?, withExcerpts: Bool
    ) throws(Failure) {
        guard MailDraft.isAddress(address) else {
            throw Failure(
                "\"\(MailDraft.line(address))\" is no address that mail can be sent to", remedy: "Write it as in ana.silva@example.org.")
        }
        guard number != nil || words.map({ !PlainLines.several($0).isEmpty }) == true else {
            throw Failure("nothing is asked", remedy: "Name a guiding question with --question, or ask with --words \"…\".")
        }
        self.discussion = discussion
        self.number = number
        self.address = address
        self.words = words
        self.language = language
        self.withExcerpts = withExcerpts
    }
}

extension Moderation {
    /// Writes a question into the outbox.
    ///
    /// - Parameters:
    ///   - formPath: what the folder of the form's page is called below its language, for whoever reads all and for a discussion's guests.
    /// - Returns: the mail.
    package func ask(
        _ question: Question, _ letterhead: Letterhead, roster: Roster, formPath: (_ isGuest: Bool) -> String, through ledger: Ledger,
        _ quarantine: Quarantine
    ) throws(Failure) -> OutgoingMail {
        let (discussion, facts) = try discussion(question.discussion)
        let address = question.address.lowercased()
        let isGuest = roster.guests.contains { $0.value.addresses.contains { $0.lowercased() == address } }
        guard !isGuest || facts.guests else {
            throw Failure(
                "\(question.address) is a guest's, and discussion \(discussion.id) takes no guests",
                remedy: "Let it take them with `guests: true` in its discussion.yaml, and invite them with `rostrum access invite`.")
        }
        let language = try language(of: question, discussion, facts, roster.readers[address], letterhead)
        let text = try QuestionText(question, discussion, in: content, letterhead, language)
        let home = content.forum.baseURL + language.code + "/"
        let number = question.number.map { "&question=\($0)" } ?? ""
        // Whom the roster does not know has no passphrase, and opens no page.
        let link = roster.readers[address].map { _ in home + formPath(isGuest) + "/#discussion=\(discussion.id)" + number }
        let outbox = Outbox(office: ledger.office)
        let (mail, entry) = (try outbox.next(), try ledger.end().count + 1)
        let outgoing = OutgoingMail(
            number: mail, state: .waiting, kind: .question, submissions: [], entry: entry, place: discussion.id, question: question.number,
            to: question.address, name: "", subject: text.subject,
            messageID: "ask." + Change.hash("\(content.forum.baseURL) \(mail) \(entry) \(content.now.iso)".utf8).prefix(24) + "@"
                + letterhead.host,
            inReplyTo: nil, references: [], language: language.code, made: content.now.iso, offset: letterhead.offset(at: content.now),
            text: text.text(link: link), html: nil, isAutomatic: false, files: [], editedBy: [], sent: nil, by: nil)
        var logged = ["mail": String(mail), "room": facts.room]
        logged["question"] = question.number.map(String.init)
        try ledger.commit(
            [LogEntry.Draft(by: moderator.name, .ask, place: discussion.id, facts: logged)],
            try letterhead.changes([(outgoing, files: [])], quarantine), at: content.now)
        return outgoing
    }

    /// As asked for, else the reader's, else one that the discussion is held in.
    private func language(
        of question: Question, _ discussion: Discussion, _ facts: Discussion.Facts, _ reader: Roster.Reader?, _ letterhead: Letterhead
    ) throws(Failure) -> Language {
        if let wanted = question.language {
            try require(wanted)
            return wanted
        }
        let room = content.room(facts.room)?.languages.first
        let found = reader.map { $0.language ?? content.forum.defaultLanguage } ?? room
        return found.flatMap { letterhead.has($0) ? $0 : nil } ?? content.forum.defaultLanguage
    }
}
