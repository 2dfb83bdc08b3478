import Glibc

/// How a cost grows with what it is for, so that no test depends on how fast or how busy a machine is.
package enum Cost {
    /// What lies well between growth with the length, which is 4, and growth with its square, which is 16.
    package static let quadratic = 9.0

    /// How many times as much of this thread's processor time `work` takes for four times as much to do; of each, the fastest of three.
    package static func growth(from count: Int, _ work: (Int) -> Void) -> Double {
        var least = (few: Double.infinity, many: Double.infinity)
        for _ in 0..<3 {
            least.few = min(least.few, time { work(count) })
            least.many = min(least.many, time { work(count * 4) })
        }
        return least.many / least.few
    }

    private static func time(_ work: () -> Void) -> Double {
        let start = now()
        work()
        return now() - start
    }

    /// Seconds for which this thread has been running.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
