import Access
package import Diagnostics
import Files
package import Model

/// The one way in which the office and the content are changed: several files and the lines of the log that say so, all of it or nothing,
/// whenever the process is killed or the machine stops.
///
/// A transaction is written whole into `office/ledger` and flushed, and its files are written beside where they belong, so that a full disk
/// or a folder that may not be written stops it here; then its lines are added to the log and flushed: from there on it counts. Then the
/// files are put in place and flushed, and the ledger is marked as settled. Whoever opens the ledger next finds what was cut short: a
/// transaction whose lines have not reached the log never happened, and one whose lines have is carried out to its end. Three flushes,
/// whatever a transaction holds.
package final class Ledger: Sendable {
    /// The forum's root folder.
    package let root: String
    /// The office's folder.
    package let office: String
    let log: Log
    let file: LedgerFile
    private let lock: FolderLock

    /// Holds the office, waiting for another command up to ten seconds, and carries out what was cut short.
    ///
    /// - Parameter tell: is told, in a sentence, of what was carried out or could not be.
    package init(root: String, office: String, tell: (String) -> Void) throws(Failure) {
        self.root = root
        self.office = office
        lock = try Office.hold(office, patience: .seconds(10))
        log = Log(office: office)
        file = try LedgerFile(office + "/" + LedgerFile.fileName)
        try recover(tell)
    }

    /// Where the log ends.
    package func end() throws(Failure) -> LogEnd {
        guard let end = try log.end() else { throw damaged("its last line is no entry") }
        return end
    }

    /// Carries out a transaction. When this returns, everything is on the disk; when it throws, nothing has changed.
    ///
    /// - Parameters:
    ///   - drafts: what the log is to say; at least one.
    ///   - changes: in the order in which they are made; each state on the way should be one that a build can stand.
    /// - Returns: the numbers of the log's new entries.
    @discardableResult
    package func commit(_ drafts: [LogEntry.Draft], _ changes: [Change], at now: Instant) throws(Failure) -> Range<Int> {
        let before = try end()
        for change in changes { try require(change) }
        let (lines, after) = try Log.lines(drafts, at: now, after: before)
        let transaction = Transaction(before: before, lines: lines, changes: changes)
        do {
            try file.write(.pending(transaction))
            for change in changes { try stage(change) }
            try append(lines)
        } catch {
            // Nothing of it was said: the next to open the ledger would find that it never happened.
            try log.cut(to: before)
            try forget(transaction)
            throw error
        }
        try settle(transaction, after: after) { (change) throws(Failure) in try finish(change) }
        return before.count + 1..<after.count + 1
    }

    func append(_ lines: [UInt8]) throws(Failure) {
        try FileSystem.append(log.path, lines, mode: 0o600)
    }

    func settle(_ transaction: Transaction, after: LogEnd, _ make: (Change) throws(Failure) -> Void) throws(Failure) {
        for change in transaction.changes { try make(change) }
        if !transaction.changes.isEmpty { try flush(transaction) }
        try file.write(.settled(after), flush: false)
    }

    /// Once for each file system.
    private func flush(_ transaction: Transaction) throws(Failure) {
        var flushed: Set<Int> = []
        for folder in [root, office] where transaction.changes.contains(where: { place($0.path).hasPrefix(folder + "/") }) {
            guard let anchor = try Anchor(folder + "/."), let device = try FileSystem.device(folder), flushed.insert(device).inserted else {
                continue
            }
            try FileSystem.flushAll(anchor)
        }
    }

    func damaged(_ why: String) -> Failure {
        Failure(
            "the office's log \(log.path) is damaged: \(why)",
            remedy:
                "See `rostrum log verify`. Put it back from a backup of the office, or go on without what is lost: `rostrum log restart`.")
    }
}
