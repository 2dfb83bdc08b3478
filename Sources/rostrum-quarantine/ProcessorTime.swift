import Glibc

/// Processor time of this process.
enum ProcessorTime {
    /// Seconds so far, of all threads.
    static var spent: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
