import Access
import Diagnostics
import Files

extension Log {
    /// How much of a transaction's lines a log has.
    enum Extent {
        case none, partly, whole
        /// It does not end where the transaction found its end.
        case other
    }

    func extent(of transaction: Transaction) throws(Failure) -> Extent {
        let bytes = try tail(after: transaction.before)
        guard let bytes else { return .other }
        if bytes.isEmpty { return .none }
        if bytes == transaction.lines { return .whole }
        return transaction.lines.starts(with: bytes) ? .partly : .other
    }

    /// Takes away what was added after an end.
    func cut(to end: LogEnd) throws(Failure) {
        guard try FileSystem.look(path) != nil, let tail = try tail(after: end) else { return }
        guard !tail.isEmpty else { return }
        try FileSystem.shorten(path, by: tail.count)
    }

    /// Takes away a last line that is not ended.
    func dropTornLine() throws(Failure) {
        guard try FileSystem.look(path) != nil else { return }
        guard let bytes = try FileSystem.read(path, limit: Self.sizeLimit) else { throw Failure("\(path) is larger than any log") }
        let end = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        if end < bytes.count { try FileSystem.shorten(path, by: bytes.count - end) }
    }

    /// What follows the entry at which `end` is; nil where the log has no such entry.
    private func tail(after end: LogEnd) throws(Failure) -> [UInt8]? {
        guard try FileSystem.look(path) != nil else { return end == .start ? [] : nil }
        guard let bytes = try FileSystem.read(path, limit: Self.sizeLimit) else { throw Failure("\(path) is larger than any log") }
        if end == .start { return bytes }
        // From behind: what follows is short.
        var start = bytes.count
        while start > 0 {
            guard let line = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")) else { return nil }
            let first = (bytes[..<line].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
            if Digest.sha256Hex(bytes[first..<line]) == end.hash { return Array(bytes[(line + 1)...]) }
            start = line
        }
        return nil
    }
}
