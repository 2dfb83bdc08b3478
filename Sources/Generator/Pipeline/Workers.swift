package import Diagnostics
import Dispatch
import Synchronization

/// Does the same work on many things, on a number of threads, and gives the results in the order of the things.
package struct Workers: Sendable {
    /// How many threads work at the same time; at least 1.
    package let count: Int

    package init(count: Int) {
        self.count = max(1, count)
    }

    /// Calls `body` for each index below `total`, in chunks, on all threads; throws the failure of the lowest chunk that failed.
    ///
    /// - Parameter state: makes what one thread keeps for itself from chunk to chunk; called at most once a thread.
    package func map<State, Result: Sendable>(
        _ total: Int, chunk: Int = 32, state: @Sendable () throws(Failure) -> State,
        _ body: @Sendable (inout State, Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let chunks = (total + chunk - 1) / chunk
        let next = Atomic<Int>(0)
        let done = Mutex<(results: [[Result]?], failures: [(chunk: Int, failure: Failure)])>(
            ([[Result]?](repeating: nil, count: chunks), []))
        @Sendable func work() {
            var own: State?
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < chunks else { return }
                do throws(Failure) {
                    if own == nil { own = try state() }
                    var results: [Result] = []
                    results.reserveCapacity(chunk)
                    for item in index * chunk..<min(total, (index + 1) * chunk) { results.append(try body(&own!, item)) }
                    done.withLock { $0.results[index] = results }
                } catch {
                    done.withLock { $0.failures.append((index, error)) }
                    next.store(chunks, ordering: .relaxed)
                    return
                }
            }
        }
        if count == 1 || chunks <= 1 {
            work()
        } else {
            DispatchQueue.concurrentPerform(iterations: min(count, chunks)) { _ in work() }
        }
        let (results, failures) = done.withLock { ($0.results, $0.failures) }
        if let first = failures.min(by: { $0.chunk < $1.chunk }) { throw first.failure }
        return results.flatMap { $0 ?? [] }
    }

    /// The same for work that needs nothing to keep.
    package func map<Result: Sendable>(
        _ total: Int, chunk: Int = 32, _ body: @Sendable (Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        try map(total, chunk: chunk, state: Self.nothing) { (_, index) throws(Failure) in try body(index) }
    }

    @Sendable private static func nothing() {}
}
