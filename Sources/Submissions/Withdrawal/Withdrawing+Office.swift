import Diagnostics
import Files
import Model

/// What goes of the office, and what it keeps.
extension Withdrawing {
    /// The submissions that ask for it and wait; those in the hands of other moderators are left to them.
    ///
    /// - Parameter known: one that does in any case.
    func requests(_ known: Record?) throws(Failure) -> [Record] {
        var found = [known].compactMap { $0 }
        for record in try inbox.records(in: [.received, .inReview]) where record.number != known?.number {
            guard record.claimedBy == nil || record.claimedBy == moderator.name, let revision = record.current else { continue }
            var findings: [Finding] = []
            let bytes = try inbox.text(revision, of: record.number)
            guard let submission = Submission.read(path: revision.file, bytes: bytes, findings: &findings), submission.kind == .removal,
                let wanted = submission.target, wanted == target.place || "library/" + wanted == target.place
            else { continue }
            found.append(record)
        }
        return found
    }

    /// Why, where no submission's record can keep it.
    func note(_ reason: String) throws(Failure) -> Change {
        let text = "\(content.now.iso) \(moderator.name): \(reason)\n"
        return .put(path: notePath, bytes: [UInt8](text.utf8), before: try ledger.hash(notePath))
    }

    var notePath: String { "office/removals/" + target.place.replacing("/", with: "-") + ".txt" }

    /// What is in a submission's folder beside its record.
    func emptied(_ record: Record) throws(Failure) -> [Change] {
        let folder = Record.folder(record.number)
        var changes: [Change] = []
        for entry in try FileSystem.entries(of: ledger.place(folder)) where entry.name != "record.json" {
            let path = folder + "/" + entry.name
            if entry.kind == .folder {
                changes.append(.removeFolder(path: path))
            } else if let hash = try ledger.hash(path) {
                changes.append(.remove(path: path, before: hash))
            }
        }
        return changes
    }
}
