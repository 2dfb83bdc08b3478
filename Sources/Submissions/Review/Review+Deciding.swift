import Diagnostics
import Files
import Model

/// What all decisions share.
extension Review {
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

    /// The text that counts and what belongs to it, for its author to work on.
    func workingFiles(_ record: Record) throws(Failure) -> [FileBundle.File] {
        guard let revision = record.current else { return [] }
        let text = ReturnedBundle.text(try inbox.text(revision, of: record.number), of: record.number)
        let submission = try submission(record)
        var files = [text]
        for file in record.files where submission.keeps(file.name) {
            let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
            files.append(FileBundle.File(name: name, bytes: try inbox.file(file, of: record.number)))
        }
        return files
    }

    /// The room that a submission belongs to; nil where it belongs to none, or to one that there is not.
    func room(of record: Record) throws(Failure) -> String? { content.room(of: try submission(record))?.id }

    /// Throws where another moderator has it in hand.
    func requireMine(_ record: Record) throws(Failure) { try record.requireHands(of: name) }

    /// Writes a decision: the record with its new state, further changes, the line in the log, and what its author is told.
    ///
    /// - Returns: what came of the reply; nil where there is none, and where nobody is written to.
    @discardableResult
    func decide(
        _ record: inout Record, _ action: LogEntry.Action, state: SubmissionState, reasons: [String] = [], words: String? = nil,
        facts: [String: String] = [:], changes: [Change] = [], reply: Reply? = nil
    ) throws(Failure) -> ReplyOutcome? {
        let entry = try ledger.end().count + 1
        let written = try reply.flatMap { (reply) throws(Failure) in try replies?.write([reply.at(entry)], in: ledger, at: now) }
        let outcome = written?.outcomes.first
        record.history.append(
            Record.Event(
                entry: entry, time: now.iso, by: name, action: action, before: record.state, reasons: reasons, words: words,
                mail: outcome?.number))
        record.state = state
        var facts = facts
        // Of the text that lies there: a new one is on the disk only after this.
        if let room = try room(of: try inbox.require(record.number)) { facts["room"] = room }
        if let mail = outcome?.number { facts["mail"] = String(mail) }
        let draft = LogEntry.Draft(by: name, action, submission: record.number, place: record.place, facts: facts)
        try ledger.commit([draft], changes + (written?.changes ?? []) + [try record.change(in: ledger)], at: now)
        return outcome
    }
}
