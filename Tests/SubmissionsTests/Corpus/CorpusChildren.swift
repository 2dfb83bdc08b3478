import Markdown
import ProgramUnderTest
import Quarantine
import Synchronization

/// The child processes that scenarios share: as many of them as run at once.
enum CorpusChildren {
    struct Pair {
        let quarantine = Quarantine(command: Program.quarantine)
        let markdown = MarkdownChild(command: Program.worker)
    }

    private static let idle = Mutex<[Pair]>([])

    static func with<T>(_ body: (Pair) throws -> T) rethrows -> T {
        let pair = idle.withLock { $0.popLast() } ?? Pair()
        defer { idle.withLock { $0.append(pair) } }
        return try body(pair)
    }
}
