package import Diagnostics
import Files
import Foundation
import Model

/// The office's log: one JSON object a line, each with the hash of the line before. Lines are only ever added, by the `Ledger`.
package struct Log: Sendable {
    /// Path of the file.
    let path: String
    static let fileName = "log.jsonl"
    /// A hundred million entries would not come near it.
    static let sizeLimit = 4 << 30

    /// - Parameter office: path of the folder.
    package init(office: String) {
        path = office + "/" + Self.fileName
    }

    /// All lines, without their line breaks, in order; a last one without a line break counts as not there.
    func lines() throws(Failure) -> [ArraySlice<UInt8>] {
        guard try FileSystem.look(path) != nil else { return [] }
        guard let bytes = try FileSystem.read(path, limit: Self.sizeLimit) else { throw Failure("\(path) is larger than any log") }
        var lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
        lines.removeLast()
        return lines
    }

    /// Whether its last line is not ended.
    func isTorn() throws(Failure) -> Bool {
        guard let size = try FileSystem.look(path)?.stamp.size, size > 0 else { return false }
        return try OpenFile(path).read(size - 1..<size) != [newline]
    }

    /// Where it ends, from its last lines alone; nil where the last line is none of a log, or not ended.
    func end() throws(Failure) -> LogEnd? {
        guard try FileSystem.look(path) != nil else { return .start }
        let file = try OpenFile(path)
        var start = file.count
        var tail: [UInt8] = []
        repeat {
            let before = start
            start = max(0, start - 65_536)
            tail = try file.read(start..<before) + tail
        } while start > 0 && tail.count { $0 == newline } < 2
        guard let last = tail.lastIndex(of: newline), last == tail.count - 1 else { return tail.isEmpty ? .start : nil }
        let line = tail[..<last].split(separator: newline, omittingEmptySubsequences: false).last ?? []
        guard let entry = Self.entry(line) else { return nil }
        return LogEnd(count: entry.number - 1, hash: entry.previous).adding(line)
    }

    /// All entries, in order; lines that are none are left out (`verify` tells them).
    package func entries() throws(Failure) -> [LogEntry] {
        try lines().compactMap { Self.entry($0) }
    }

    /// Nil for what is no entry of a log.
    static func entry(_ line: some Collection<UInt8>) -> LogEntry? {
        try? JSONDecoder().decode(LogEntry.self, from: Data(line))  // what is wrong with it is told by `verify`, as one finding
    }

    /// The lines that are to be added, and where the log ends then.
    static func lines(_ drafts: [LogEntry.Draft], at time: Instant, after end: LogEnd) throws(Failure) -> (bytes: [UInt8], end: LogEnd) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        var end = end
        for draft in drafts {
            let line: Data
            do {
                line = try encoder.encode(LogEntry(draft, number: end.count + 1, at: time, previous: end.hash))
            } catch {
                throw Failure("this cannot be written into the log: \(error)")
            }
            end = end.adding(line)
            bytes += line
            bytes.append(newline)
        }
        return (bytes, end)
    }
}

private let newline = UInt8(ascii: "\n")
