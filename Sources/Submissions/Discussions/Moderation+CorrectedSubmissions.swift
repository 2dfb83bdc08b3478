import Diagnostics
import Model

/// The submissions that a correction takes further.
extension Moderation {
    /// The submission that a text came from; nil where it came by another way.
    func source(of name: TextName, _ inbox: Inbox) throws(Failure) -> Record? {
        let records = try inbox.records(in: [.approved, .published, .corrected])
        guard let record = records.first(where: { $0.placed != nil && $0.place == name.words }) else { return nil }
        guard record.state != .approved else {
            throw Failure(
                "\(name.words) was not published yet, so there is nothing to correct",
                remedy: "Take the approval back with `rostrum review undo \(record.number)`, then edit and approve it.")
        }
        return record
    }

    /// The submission whose published text changes: it gets the corrected text as a further revision.
    func corrected(_ source: Record, _ file: EditedFile, _ inbox: Inbox) throws(Failure) -> AmendedSubmission {
        var record = source
        let before = record.state
        record.state = .corrected
        guard let current = record.current else {
            return AmendedSubmission(record: record, before: before, action: .correct, facts: [:], revision: nil)
        }
        let name = "\(record.revisions.count + 1).md"
        let path = Record.folder(record.number) + "/" + name
        let text = try Self.revised(try inbox.text(current, of: record.number), path, to: file)
        record.revisions.append(Record.Revision(file: name, by: moderator.name, time: content.now.iso))
        return AmendedSubmission(
            record: record, before: before, action: .correct, facts: ["text": record.digest(text)],
            revision: .put(path: path, bytes: text, before: nil))
    }

    /// The submission with the corrected text; where its own fields cannot be read, what is published.
    private static func revised(_ bytes: [UInt8], _ path: String, to file: EditedFile) throws(Failure) -> [UInt8] {
        do throws(Failure) {
            var text = try EditedFile(path: path, bytes: bytes)
            try text.setBody(file.body)
            return text.bytes
        } catch {
            return file.bytes
        }
    }

    /// The submission that asked for it.
    func fulfilled(_ request: Correction.Request, _ name: TextName) -> AmendedSubmission {
        var record = request.record
        let before = record.state
        record.state = .approved
        record.place = name.words
        record.claimedBy = nil
        let facts = request.accepted.isEmpty ? [:] : ["accepted": request.accepted.joined(separator: ", ")]
        return AmendedSubmission(record: record, before: before, action: .approve, facts: facts, revision: nil)
    }
}
