import Access
package import Diagnostics
import Files
package import Model

/// What a command left that was cut short, or whose log has lost its end.
extension Ledger {
    func recover(_ tell: (String) -> Void) throws(Failure) {
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
        if let last, let entry = Log.entry(last), entry.action == .restart, entry.number >= known, let end = try log.end() {
            // An earlier run was cut short after it had said so.
            return try LedgerFile(office + "/" + LedgerFile.fileName).write(.settled(end))
        }
        let end = LogEnd(count: known, hash: last.map { Change.hash($0) } ?? LogEnd.start.hash)
        let (lines, after) = try Log.lines([LogEntry.Draft(by: by, .restart, facts: ["entries": String(known)])], at: now, after: end)
        try FileSystem.append(log.path, lines, mode: 0o600)
        try LedgerFile(office + "/" + LedgerFile.fileName).write(.settled(after))
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
