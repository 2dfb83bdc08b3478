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
    /// Nil for the program itself, which carries out what was decided.
    private let decider: Moderator?

    /// - Parameters:
    ///   - name: the moderator's, as forum.yaml lists it.
    ///   - content: read while the ledger was held.
    package init(_ ledger: Ledger, content: ForumContent, roster: Roster, as name: String) throws(Failure) {
        self.ledger = ledger
        self.content = content
        self.roster = roster
        inbox = Inbox(office: ledger.office)
        decider = try Moderator(name, in: content.forum)
    }

    /// For what the program does by itself.
    init(_ ledger: Ledger, content: ForumContent, roster: Roster) {
        self.ledger = ledger
        self.content = content
        self.roster = roster
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
    package func turnDown(_ number: Int, _ action: LogEntry.Action, reasons: [String], words: String?) throws(Failure) {
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
        try decide(
            &record, action, state: action == .return ? .returned : .rejected, reasons: reasons, words: said.isEmpty ? nil : String(said),
            facts: reasons.isEmpty ? [:] : ["reasons": reasons.joined(separator: ", ")])
    }

    // MARK: What all decisions share

    /// A submission that is still to be decided, in a room of this moderator's.
    func waiting(_ number: Int) throws(Failure) -> Record {
        let record = try inbox.require(number)
        try record.requireWaiting()
        try requireRoom(of: record)
        return record
    }

    /// The text that counts, as a submission.
    func submission(_ record: Record) throws(Failure) -> Submission {
        guard let revision = record.current else { throw Failure("the text of submission \(record.number) was purged") }
        var findings: [Finding] = []
        let bytes = try inbox.text(revision, of: record.number)
        return Submission.read(path: revision.file, bytes: bytes, findings: &findings) ?? Submission()
    }

    /// The room that a submission belongs to; nil where it belongs to none, or to one that there is not.
    func room(of record: Record) throws(Failure) -> String? { content.room(of: try submission(record))?.id }

    /// Throws where another moderator has it in hand.
    func requireMine(_ record: Record) throws(Failure) { try record.requireHands(of: name) }

    /// Writes a decision: the record with its new state, further changes, and the line in the log.
    func decide(
        _ record: inout Record, _ action: LogEntry.Action, state: SubmissionState, reasons: [String] = [], words: String? = nil,
        facts: [String: String] = [:], changes: [Change] = []
    ) throws(Failure) {
        let entry = try ledger.end().count + 1
        record.history.append(
            Record.Event(
                entry: entry, time: now.iso, by: name, action: action, before: record.state, reasons: reasons, words: words))
        record.state = state
        var facts = facts
        // Of the text that lies there: a new one is on the disk only after this.
        if let room = try room(of: try inbox.require(record.number)) { facts["room"] = room }
        let draft = LogEntry.Draft(by: name, action, submission: record.number, place: record.place, facts: facts)
        try ledger.commit([draft], changes + [try record.change(in: ledger)], at: now)
    }
}
