import Diagnostics
import Dispatch
import Synchronization

/// Work that is done on another thread while this one goes on.
final class Alongside<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, Failure>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    /// Begins at once.
    init(_ body: @escaping @Sendable () throws(Failure) -> Value) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let result = Result { () throws(Failure) in try body() }
            outcome.withLock { $0 = result }
            done.signal()
        }
    }

    /// Waits for the work; throws what it threw. May be asked again.
    func value() throws(Failure) -> Value {
        done.wait()
        done.signal()
        guard let result = outcome.withLock({ $0 }) else { throw Failure("work ended without a result") }
        return try result.get()
    }
}
