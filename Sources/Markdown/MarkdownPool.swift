package import Diagnostics
import Dispatch
import Synchronization

/// Several children that render texts side by side.
package final class MarkdownPool: Sendable {
    private let command: [String]
    private let workers: Int
    private let idle = Mutex<[MarkdownChild]>([])
    /// As many as there may be children at work, whoever asks.
    private let places: DispatchSemaphore

    /// - Parameters:
    ///   - command: path and arguments of a program that calls `MarkdownWorker.runIfAsked()` first.
    ///   - workers: children at work at the same time; at least 1.
    package init(command: [String] = ["/proc/self/exe", MarkdownWorker.argument], workers: Int) {
        self.command = command
        self.workers = max(1, workers)
        places = DispatchSemaphore(value: self.workers)
    }

    private struct Work: Sendable {
        var next = 0
        var results: [[Result<RenderedText, MarkdownFault>]]
        var failure: Failure?
    }

    /// The results, in the order of the texts, whatever the number of workers. May be called from several threads.
    /// Throws only where no child can be started.
    package func render(_ texts: [MarkdownText]) throws(Failure) -> [Result<RenderedText, MarkdownFault>] {
        let batches = MarkdownLimits.batches(texts)
        let work = Mutex(Work(results: Array(repeating: [], count: batches.count)))
        DispatchQueue.concurrentPerform(iterations: min(workers, batches.count)) { _ in
            places.wait()
            let child = idle.withLock { $0.popLast() } ?? MarkdownChild(command: command)
            while let index = work.withLock({ Self.claim(&$0, of: batches.count) }) {
                do throws(Failure) {
                    let results = try child.render(Array(texts[batches[index]]))
                    work.withLock { $0.results[index] = results }
                } catch {
                    work.withLock { $0.failure = error }
                }
            }
            idle.withLock { $0.append(child) }
            places.signal()
        }
        let done = work.withLock { $0 }
        if let failure = done.failure { throw failure }
        return Array(done.results.joined())
    }

    private static func claim(_ work: inout Work, of count: Int) -> Int? {
        guard work.failure == nil, work.next < count else { return nil }
        work.next += 1
        return work.next - 1
    }
}
