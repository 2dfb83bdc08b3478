import Glibc
import Synchronization

/// The child's side: limits that a process sets for itself before it looks at anything from outside.
package enum Confines {
    /// Exit status of a child that ran out of memory.
    package static let outOfMemory: Int32 = 77

    /// Limits memory from now on, and leaves no core dumps. Ends the process where that is refused.
    ///
    /// - Parameter memory: bytes above what is in use now. What is refused beyond that ends the process with `outOfMemory`.
    package static func limit(memory: Int) {
        allowed.store(memory, ordering: .relaxed)
        var core = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
        sizeAtStart.store(size(), ordering: .relaxed)
        let most = rlim_t(size() + memory)
        // The rest is for `endOfMemory`: not all that Swift does there can be done without allocating.
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        limit.rlim_max = min(limit.rlim_max, most + (8 << 20))
        limit.rlim_cur = min(limit.rlim_max, most)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { _exit(1) }
        watchForEndOfMemory()
    }

    /// Bytes of address space in use above what was in use when the limit was set.
    package static var memoryInUse: Int { size() - sizeAtStart.load(ordering: .relaxed) }

    /// Gives the next task its processor time; SIGPROF, which ends the process, comes when it is spent.
    package static func startTimer(seconds: Int) -> ContinuousClock.Instant {
        var timer = itimerval()
        timer.it_value.tv_sec = seconds
        guard setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil) == 0 else { _exit(1) }
        return .now
    }

    /// Whether the other side of the socket is gone. (A death signal of the parent would come when only the thread that started us ends.)
    package static func isAlone(on socket: Int32) -> Bool {
        var waiting = pollfd(fd: socket, events: 0, revents: 0)
        return poll(&waiting, 1, 0) > 0 && Int32(waiting.revents) & (POLLHUP | POLLERR) != 0
    }

    /// A library and Swift end the process when memory is refused, and the kernel when the stack cannot grow: the handler
    /// tells this from other faults, on a stack of its own.
    private static func watchForEndOfMemory() {
        let size = 64 << 10
        var stack = stack_t(ss_sp: malloc(size), ss_flags: 0, ss_size: size)
        sigaltstack(&stack, nil)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = endOfMemory
        action.sa_flags = Int32(SA_ONSTACK)
        for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS] { sigaction(number, &action, nil) }
    }
}

private let sizeAtStart = Atomic<Int>(0)
private let allowed = Atomic<Int>(0)

/// Bytes of address space in use. Called in a signal handler too.
private func size() -> Int {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 1) { buffer in
        let count = read(file, buffer.baseAddress, buffer.count)
        var pages = 0
        for index in 0..<max(0, count) {
            guard buffer[index] >= 0x30, buffer[index] <= 0x39 else { break }
            pages = pages &* 10 &+ Int(buffer[index] &- 0x30)
        }
        return pages &* sysconf(Int32(_SC_PAGESIZE))
    }
}

/// Where much memory is in use, a lack of it ended the process: the largest piece asked for at once is about half of what there is.
private func endOfMemory(_ number: Int32) {
    var memory = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    memory.rlim_cur = memory.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    if size() &- sizeAtStart.load(ordering: .relaxed) > allowed.load(ordering: .relaxed) / 4 { _exit(Confines.outOfMemory) }
    signal(number, SIG_DFL)
    raise(number)
}
