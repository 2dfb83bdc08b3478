import Access
import Diagnostics
import Files
import Model

/// What becomes of a thing that cannot be read.
extension Intake {
    /// - Parameter submissions: those whose text it holds.
    mutating func setAside(
        _ item: IntakeItem, _ whole: [UInt8], _ reason: SetAside.Reason, of submissions: [Int]? = nil
    ) throws(Failure) {
        let isNew = try note(item, whole, hash: Digest.sha256Hex(whole), reason, of: submissions)
        pending.append(isNew ? .setAside(reason, source: item.source) : .setAsideBefore(source: item.source))
    }

    /// What is too large is listed with the others, and stays where it is.
    mutating func leave(_ item: IntakeItem, _ head: [UInt8], _ size: Int) throws(Failure) {
        let isNew = try note(item, nil, hash: Digest.sha256Hex([UInt8]("too large: \(size)\n".utf8) + head), .tooLarge)
        // By standard input it comes without being kept anywhere, and is lost each time.
        let isLost = Outcome.tooLarge(source: item.source).isLost
        pending.append(isNew || isLost ? .tooLarge(source: item.source) : .setAsideBefore(source: item.source))
    }

    /// False where it was noted before.
    private mutating func note(
        _ item: IntakeItem, _ whole: [UInt8]?, hash: String, _ reason: SetAside.Reason, of submissions: [Int]? = nil
    ) throws(Failure) -> Bool {
        let aside = SetAside(
            id: String(hash.prefix(16)), source: item.source, name: item.name, reason: reason, time: now.iso, submissions: submissions)
        let isNew = try ledger.hash(aside.folder + "/reason.json") == nil && !changes.contains { $0.path.hasPrefix(aside.folder + "/") }
        guard isNew else { return false }
        changes += try aside.changes(whole)
        drafts.append(LogEntry.Draft(by: LogEntry.program, .unreadable, facts: ["id": aside.id, "reason": reason.rawValue]))
        return true
    }
}
