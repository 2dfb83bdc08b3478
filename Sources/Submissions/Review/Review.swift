package import ContentStore
package import Diagnostics
import Model

/// What a moderator decides about a submission. Each decision is one transaction: the record, what it puts into the content, and the line
/// in the log are on the disk together, or not at all.
package struct Review {
    let ledger: Ledger
    let inbox: Inbox
    let content: ForumContent
    let roster: Roster
    /// Writes to participants what was decided; nil where nobody is written to.
    let replies: Replies?
    /// Nil for the program itself, which carries out what was decided.
    private let decider: Moderator?

    /// - Parameters:
    ///   - name: the moderator's, as forum.yaml lists it.
    ///   - content: read while the ledger was held.
    ///   - replies: writes to participants what was decided; nil where nobody is written to.
    package init(
        _ ledger: Ledger, content: ForumContent, roster: Roster, as name: String, replies: Replies? = nil
    ) throws(Failure) {
        self.ledger = ledger
        self.content = content
        self.roster = roster
        self.replies = replies
        inbox = Inbox(office: ledger.office)
        decider = try Moderator(name, in: content.forum)
    }

    /// For what the program does by itself.
    init(_ ledger: Ledger, content: ForumContent, roster: Roster) {
        self.ledger = ledger
        self.content = content
        self.roster = roster
        replies = nil
        inbox = Inbox(office: ledger.office)
        decider = nil
    }

    /// Who decides, as the log names them.
    var name: String { decider?.name ?? LogEntry.program }

    /// Throws where whoever decides may not do so in that room.
    func requireRoom(of record: Record) throws(Failure) {
        try decider?.require(try room(of: record), in: content.forum)
    }

    var now: Instant { content.now }

    /// Takes a submission in hand, so that others know.
    ///
    /// - Parameter taking: whether it is taken from another moderator who has it.
    package func claim(_ number: Int, taking: Bool = false) throws(Failure) {
        var record = try waiting(number)
        if !taking { try requireMine(record) }
        guard record.claimedBy != name else { return }
        record.claimedBy = name
        try decide(&record, .claim, state: .inReview)
    }

    /// Puts a moderator's text in place of the one that counts; what the author sent stays beside it.
    ///
    /// - Parameter seen: the revision that the moderator began with; where another has come since, nothing is changed.
    package func edit(_ number: Int, to text: [UInt8], seen: String) throws(Failure) {
        var record = try waiting(number)
        try requireMine(record)
        guard record.current?.file == seen else {
            throw Failure(
                "submission \(number) was changed by somebody else while you wrote",
                remedy: "Look at it with `rostrum inbox show \(number)`, and put in what you changed once more.")
        }
        let file = "\(record.revisions.count + 1).md"
        record.revisions.append(Record.Revision(file: file, by: name, time: now.iso))
        record.claimedBy = name
        let change = Change.put(path: Record.folder(number) + "/" + file, bytes: text, before: nil)
        try decide(&record, .edit, state: .inReview, facts: ["text": record.digest(text)], changes: [change])
    }

    /// Sends a submission back to its author, who is asked to change something, or turns it down.
    ///
    /// - Parameters:
    ///   - action: `return` or `reject`.
    ///   - reasons: identifiers of reasons in forum.yaml.
    ///   - words: what the author is told beside them; one of both must be there.
    ///   - remarks: what checks say of it: of one that is sent back, all but notes is told too.
    /// - Returns: what the author is written; nil where nobody is written to.
    @discardableResult
    package func turnDown(
        _ number: Int, _ action: LogEntry.Action, reasons: [String], words: String?, remarks: [Remark] = []
    ) throws(Failure) -> ReplyOutcome? {
        var record = try waiting(number)
        try requireMine(record)
        let known = content.forum.reasons.map(\.id)
        for reason in reasons where !known.contains(reason) {
            let there =
                known.isEmpty ? "forum.yaml lists none: write --words instead." : "Those in forum.yaml: \(known.joined(separator: ", "))."
            throw Failure("there is no reason \"\(reason)\"", remedy: there)
        }
        let said = words?.trimmingPrefix { $0.isWhitespace } ?? ""
        guard !reasons.isEmpty || !said.isEmpty else {
            throw Failure(
                "a reason is needed",
                remedy: known.isEmpty
                    ? "Give one in your own words, as in --words \"…\"."
                    : "Give one with --reason (\(known.joined(separator: ", "))), or in your own words with --words.")
        }
        record.claimedBy = nil
        var reply = Reply(action == .return ? .returned : .rejected, [record], try submission(record))
        reply.reasons = reasons
        reply.words = said.isEmpty ? nil : String(said)
        if action == .return {
            reply.remarks = remarks
            if let sent = record.submitted { reply.text = try inbox.text(sent, of: number) }
            if record.proof?.holder != nil { reply.files = try workingFiles(record) }
        }
        return try decide(
            &record, action, state: action == .return ? .returned : .rejected, reasons: reasons, words: said.isEmpty ? nil : String(said),
            facts: reasons.isEmpty ? [:] : ["reasons": reasons.joined(separator: ", ")], reply: reply)
    }
}
