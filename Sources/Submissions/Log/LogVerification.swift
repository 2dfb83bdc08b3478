import Access
package import Diagnostics
import Foundation

/// What reading a log from its first line to its last shows.
package struct LogVerification: Sendable, Equatable {
    /// Where it ends.
    package let end: LogEnd
    /// What is wrong with it, in the order of its lines; none where it is whole.
    package let faults: [Fault]
    /// Where the log had lost its end, and somebody took note of it.
    package let restarts: [LogEntry]

    /// Something wrong with a log.
    package enum Fault: Sendable, Equatable {
        /// The line, from 1, is no entry.
        case noEntry(line: Int)
        /// The entry at that line does not follow from the line before it: that one, or one between them, was changed, put in or taken out.
        case chain(line: Int)
        /// The log goes on further in what the office knows, to that many entries: its end was lost or cut off.
        case tail(known: Int)
        /// What was written down elsewhere is not in this log: it was changed before that entry.
        case mark(count: Int)
        /// A submission says that the log has an entry of it under this number, and it has not.
        case submission(number: Int, entry: Int)
        /// The last line is not ended: a command was killed while it wrote, or something else wrote.
        case torn
    }

    /// - Parameters:
    ///   - known: where the log ended when the office last wrote; nil where that is not known.
    ///   - mark: what somebody wrote down elsewhere.
    ///   - submissions: for each submission, the numbers of the entries that it says it has.
    package init(
        _ log: Log, known: LogEnd?, mark: LogEnd? = nil, submissions: [(number: Int, entries: [Int])] = []
    ) throws(Failure) {
        var faults: [Fault] = []
        var restarts: [LogEntry] = []
        var lost = IndexSet()
        var end = LogEnd.start
        var owners: [Int: Int] = [:]
        var hashes: [Int: String] = [0: LogEnd.start.hash]
        for (index, line) in try log.lines().enumerated() {
            guard let entry = Log.entry(line) else {
                faults.append(.noEntry(line: index + 1))
                end = end.adding(line)
                continue
            }
            if entry.number != end.count + 1 || entry.previous != end.hash {
                let isRestart = entry.action == .restart && entry.number > end.count && entry.previous == end.hash
                if isRestart {
                    restarts.append(entry)
                    lost.insert(integersIn: end.count + 1..<entry.number)
                } else {
                    faults.append(.chain(line: index + 1))
                }
                end = LogEnd(count: max(end.count, entry.number - 1), hash: end.hash)
            }
            end = end.adding(line)
            hashes[end.count] = end.hash
            if let submission = entry.submission { owners[entry.number] = submission }
        }
        for (number, entries) in submissions {
            for entry in entries where entry <= end.count && owners[entry] != number && !lost.contains(entry) {
                faults.append(.submission(number: number, entry: entry))
            }
        }
        let furthest = max(known?.count ?? 0, submissions.flatMap(\.entries).max() ?? 0)
        if furthest > end.count { faults.append(.tail(known: furthest)) }
        for place in [known, mark].compactMap({ $0 }) where place.count <= end.count && hashes[place.count] != place.hash {
            faults.append(.mark(count: place.count))
        }
        if let mark, mark.count > end.count, furthest <= end.count { faults.append(.tail(known: mark.count)) }
        if try log.isTorn() { faults.append(.torn) }
        self.end = end
        self.restarts = restarts
        self.faults = faults
    }
}
