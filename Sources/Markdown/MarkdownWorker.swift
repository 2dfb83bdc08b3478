import Files
import Glibc
import Synchronization

/// The other side of `MarkdownChild`: the program run anew, only to render texts, within limits of its own.
///
/// It reads batches of texts from descriptor 0 and writes batches of results to descriptor 1 (one socket), and ends when the
/// other side does. It limits itself: processor time for each text, memory, no core dumps. It opens no file but `/proc`.
package enum MarkdownWorker {
    /// The one argument that makes the program a worker.
    package static let argument = "--markdown-worker"
    /// Exit status of a worker that ran out of memory.
    static let outOfMemory: Int32 = 77

    /// Call this before anything else in `main`: does not return where the program was started as a worker.
    package static func runIfAsked() {
        let arguments = CommandLine.arguments
        if arguments.count == 2, arguments[1] == argument { run() }
    }

    private static func run() -> Never {
        limit()
        do {
            try Wire.send(Wire.greeting, to: 1)
            while true {
                let request = try Wire.receive(from: 0, limit: MarkdownLimits.answer)
                try Wire.send(answer(request), to: 1)
                // What a large text left of the heap would count against the next: another process takes the place.
                if size() - sizeAtStart.load(ordering: .relaxed) > MarkdownLimits.heap { _exit(0) }
            }
        } catch {
            _exit(error == .closed ? 0 : 1)
        }
    }

    private static func answer(_ request: [UInt8]) -> [UInt8] {
        var reader = ByteReader(request)
        var writer = ByteWriter(reserving: request.count * 2)
        var begun = startTimer()
        do throws(ByteReader.Malformed) {
            for _ in 0..<(try reader.int()) {
                let text = try MarkdownText(from: &reader)
                // A call to the system for each text would cost as much as a short text does.
                if ContinuousClock.now - begun > .milliseconds(50) {
                    if isAlone() { _exit(0) }
                    begun = startTimer()
                }
                MarkdownRenderer.render(text).write(to: &writer)
                if writer.bytes.count > MarkdownLimits.answer { _exit(outOfMemory) }
            }
        } catch {
            _exit(1)
        }
        return writer.bytes
    }

    private static func limit() {
        var core = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
        sizeAtStart.store(size(), ordering: .relaxed)
        let most = rlim_t(size() + MarkdownLimits.memory)
        // The rest is for `endOfMemory`: not all that Swift does there can be done without allocating.
        var memory = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
        memory.rlim_max = min(memory.rlim_max, most + (8 << 20))
        memory.rlim_cur = min(memory.rlim_max, most)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory) == 0 else { _exit(1) }
        watchForEndOfMemory()
    }

    /// The library and Swift end the process when memory is refused, and the kernel when the stack cannot grow: the handler
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

    /// Gives what follows a text's processor time; SIGPROF, which ends the process, comes when it is spent.
    private static func startTimer() -> ContinuousClock.Instant {
        var timer = itimerval()
        timer.it_value.tv_sec = MarkdownLimits.seconds
        guard setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil) == 0 else { _exit(1) }
        return .now
    }

    /// Whether the other side is gone. (A death signal of the parent would come when only the thread that started us ends.)
    private static func isAlone() -> Bool {
        var socket = pollfd(fd: 1, events: 0, revents: 0)
        return poll(&socket, 1, 0) > 0 && Int32(socket.revents) & (POLLHUP | POLLERR) != 0
    }
}

private let sizeAtStart = Atomic<Int>(0)

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
    if size() &- sizeAtStart.load(ordering: .relaxed) > MarkdownLimits.memory / 4 { _exit(MarkdownWorker.outOfMemory) }
    signal(number, SIG_DFL)
    raise(number)
}
