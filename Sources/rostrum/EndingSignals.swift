import Glibc
import Synchronization

/// Holds back the signals that end a command, so that it first leaves the terminal as it was, or nothing in clear half written.
struct EndingSignals {
    private static let caught = Atomic<Int32>(0)
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    /// Whether one of them came since they are held.
    static var came: Bool { caught.load(ordering: .relaxed) != 0 }

    /// What each of them did before, in the order of `numbers`.
    private let before: [sigaction]

    init() {
        before = Self.numbers.map { number in
            var (old, new) = (sigaction(), sigaction())
            new.__sigaction_handler.sa_handler = { EndingSignals.caught.store($0, ordering: .relaxed) }
            sigaction(number, &new, &old)
            return old
        }
    }

    /// Lets them do what they did before, and the one that came do it now.
    func letGo() {
        for (number, old) in zip(Self.numbers, before) {
            var old = old
            sigaction(number, &old, nil)
        }
        let came = Self.caught.exchange(0, ordering: .relaxed)
        if came != 0 { raise(came) }
    }
}
