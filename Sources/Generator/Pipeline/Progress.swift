import Synchronization

/// How far a long command is, told to whoever asked for it.
package final class Progress: Sendable {
    /// What takes long enough to be told of.
    package enum Stage: String, Sendable {
        case loading, rendering
    }

    private let tell: (@Sendable (Stage, _ done: Int, _ total: Int) -> Void)?
    private let counts = Mutex<[Stage: Int]>([:])

    /// - Parameter tell: called about a hundred times a stage, from any thread; nil for silence.
    package init(_ tell: (@Sendable (Stage, _ done: Int, _ total: Int) -> Void)? = nil) {
        self.tell = tell
    }

    /// One more of `total` is done.
    func step(_ stage: Stage, of total: Int) {
        guard let tell else { return }
        let done = counts.withLock { counts in
            counts[stage, default: 0] += 1
            return counts[stage, default: 0]
        }
        if done % max(1, total / 100) == 0 || done == total { tell(stage, done, total) }
    }
}
