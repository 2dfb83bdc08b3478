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
    private let file: LedgerFile
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

    private func append(_ lines: [UInt8]) throws(Failure) {
        try FileSystem.append(log.path, lines, mode: 0o600)
    }

    private func settle(_ transaction: Transaction, after: LogEnd, _ make: (Change) throws(Failure) -> Void) throws(Failure) {
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

    // MARK: What was cut short

    private func recover(_ tell: (String) -> Void) throws(Failure) {
        let transaction: Transaction
        switch try file.read() {
        case nil: return try requireRecorded()
        case .settled(let known): return try requireWhole(known)
        case .pending(let found): transaction = found
        }
        switch try log.extent(of: transaction) {
        case .none: try forget(transaction)
        case .partly, .whole:
            try log.cut(to: transaction.before)
            try append(transaction.lines)
            guard let after = try log.end() else { throw damaged("its last line is no entry") }
            try settle(transaction, after: after) { (change) throws(Failure) in try remake(change, tell) }
            tell("A command that was cut short has been carried out to its end: \(transaction.summary).")
        case .other:
            throw damaged("it does not end where the office last wrote")
        }
    }

    /// Throws where the log has lost what the office knows that it had.
    private func requireWhole(_ known: LogEnd) throws(Failure) {
        let end = try end()
        guard end.count >= known.count, end.count > known.count || end.hash == known.hash else {
            throw damaged("it had \(known.count) entries when the office last wrote")
        }
    }

    /// Throws where the log has not the entries that the submissions say they have: the ledger was cut short or is gone, and cannot tell.
    private func requireRecorded() throws(Failure) {
        let entries = try Inbox(office: office).records().flatMap(\.history).map(\.entry).max() ?? 0
        guard try end().count >= entries else { throw damaged("a submission was decided in entry \(entries), which it has not") }
    }

    /// Where the log ended when the office last wrote; nil where that is not known.
    package static func known(office: String) throws(Failure) -> LogEnd? {
        guard try FileSystem.look(office + "/" + LedgerFile.fileName) != nil else { return nil }
        switch try LedgerFile(office + "/" + LedgerFile.fileName).read() {
        case .settled(let end): return end
        case .pending(let transaction): return transaction.before
        case nil: return nil
        }
    }

    /// Whether a command was cut short, and waits to be carried out to its end.
    package static func isPending(office: String) throws(Failure) -> Bool {
        guard try FileSystem.look(office + "/" + LedgerFile.fileName) != nil else { return false }
        if case .pending = try LedgerFile(office + "/" + LedgerFile.fileName).read() { return true }
        return false
    }

    /// Goes on with a log that has lost its end: an entry says so for good, and the numbers that were lost are not used again.
    ///
    /// - Parameters:
    ///   - known: how many entries the log had.
    ///   - by: the moderator who takes note of it.
    package static func restart(office: String, known: Int, by: String, at now: Instant) throws(Failure) {
        let lock = try Office.hold(office, patience: .seconds(10))
        defer { withExtendedLifetime(lock) {} }
        let log = Log(office: office)
        try log.dropTornLine()
        let last = try log.lines().last
        let end = LogEnd(count: known, hash: last.map { Change.hash($0) } ?? LogEnd.start.hash)
        let (lines, after) = try Log.lines([LogEntry.Draft(by: by, .restart, facts: ["entries": String(known)])], at: now, after: end)
        try FileSystem.append(log.path, lines, mode: 0o600)
        try LedgerFile(office + "/" + LedgerFile.fileName).write(.settled(after))
    }

    private func damaged(_ why: String) -> Failure {
        Failure(
            "the office's log \(log.path) is damaged: \(why)",
            remedy:
                "See `rostrum log verify`. Put it back from a backup of the office, or go on without what is lost: `rostrum log restart`.")
    }

    // MARK: Files

    /// Where something lies on this machine.
    package func place(_ path: String) -> String {
        path.hasPrefix("office/") ? office + path.dropFirst(6) : root + "/" + path
    }

    /// The hash of what stands at a path; nil where there is nothing.
    package func hash(_ path: String) throws(Failure) -> String? {
        guard try FileSystem.look(place(path)) != nil else { return nil }
        return try Digest.sha256Hex(of: OpenFile(place(path)))
    }

    /// Throws where something else stands there than what the change was made for.
    private func require(_ change: Change) throws(Failure) {
        let expected: String?
        switch change {
        case .put(_, _, let before): expected = before
        case .remove(_, let before): expected = before
        case .removeFolder: return
        }
        guard try hash(change.path) == expected else {
            throw Failure("\(change.path) was changed by somebody else meanwhile", remedy: "Nothing was changed. Run the command again.")
        }
    }

    private func make(_ change: Change) throws(Failure) {
        try stage(change)
        try finish(change)
    }

    /// Writes a new file beside where it belongs: all of a change that a disk may refuse.
    private func stage(_ change: Change) throws(Failure) {
        guard case .put(_, let bytes, _) = change else { return }
        let path = place(change.path)
        let isPrivate = change.path.hasPrefix("office/")
        if let cut = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<cut]), mode: isPrivate ? 0o700 : 0o755) }
        if try FileSystem.look(path + ".new") != nil { try FileSystem.remove(path + ".new") }
        try FileSystem.create(path + ".new", bytes, mode: isPrivate ? 0o600 : 0o644)
    }

    /// Carries out a change that was staged.
    private func finish(_ change: Change) throws(Failure) {
        let path = place(change.path)
        switch change {
        case .put: try FileSystem.rename(path + ".new", to: path)
        case .remove:
            try FileSystem.remove(path)
            dropEmptyFolders(above: change.path)
        case .removeFolder: try FileSystem.remove(path)
        }
    }

    /// Takes away what was staged for a transaction that never happened.
    private func forget(_ transaction: Transaction) throws(Failure) {
        for change in transaction.changes {
            guard case .put(let path, _, _) = change else { continue }
            // Where nothing could be written, there is nothing that a disk would have to let go.
            let staged = place(path) + ".new"
            if try FileSystem.look(staged) != nil { try FileSystem.remove(staged) }
            dropEmptyFolders(above: path)
        }
        try file.write(.settled(transaction.before))
    }

    /// Removes the folders of a discussion, an entry or a submission in which nothing is left, as `content/discussions/2026-014/files`.
    private func dropEmptyFolders(above path: String) {
        var parts = path.split(separator: "/").dropLast()
        while parts.count > 2, FileSystem.removeEmptyFolder(place(parts.joined(separator: "/"))) { parts.removeLast() }
    }

    /// Makes a change that may have been made already. What somebody else has put there meanwhile stays; what was to be there is kept apart.
    private func remake(_ change: Change, _ tell: (String) -> Void) throws(Failure) {
        switch change {
        case .removeFolder: try make(change)
        case .remove(let path, let before):
            let present = try hash(path)
            if present == before { try make(change) } else if present == nil { dropEmptyFolders(above: path) }
        case .put(let path, let bytes, let before):
            let present = try hash(path)
            if present == Change.hash(bytes) { return }
            guard present != before else { return try make(change) }
            let kept = "office/kept/" + String(Change.hash(bytes).prefix(16)) + "-" + (path.split(separator: "/").last ?? "")
            try make(.put(path: kept, bytes: bytes, before: nil))
            tell("\(path) was changed by somebody else meanwhile, and stays; what was to be there is in \(place(kept)).")
        }
    }
}
