import CLinux
import Diagnostics
import Glibc

/// A running worker: its process and the socket to it.
struct WorkerProcess: Sendable {
    private let process: pid_t
    private let socket: Int32

    /// How a worker came to its end.
    enum Death: Error {
        /// It ended of its own accord, between texts; another takes its place.
        case retired
        case of(MarkdownFault)
    }

    /// Starts a worker and waits for its greeting.
    ///
    /// - Parameter command: path and arguments.
    static func start(_ command: [String]) throws(Failure) -> WorkerProcess {
        var sockets: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw failure("no socket for it", errno) }
        var silence = timeval(tv_sec: MarkdownLimits.silence, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(sockets[0], SOL_SOCKET, SO_RCVTIMEO, &silence, size)
        setsockopt(sockets[0], SOL_SOCKET, SO_SNDTIMEO, &silence, size)
        let process: pid_t
        do {
            process = try spawn(command, socket: sockets[1])
            close(sockets[1])  // now, or its end would not be seen
        } catch {
            close(sockets[0])
            close(sockets[1])
            throw error
        }
        let worker = WorkerProcess(process: process, socket: sockets[0])
        do throws(Wire.Ending) {
            guard try Wire.receive(from: worker.socket, limit: 64) == Wire.greeting else { throw .nonsense }
            return worker
        } catch {
            worker.end()
            throw failure("it does not answer", 0)
        }
    }

    /// Sends a message and waits for the answer. Throws when the worker died of it; it is gone then.
    func ask(_ message: [UInt8]) throws(Death) -> [UInt8] {
        do {
            try Wire.send(message, to: socket)
            return try Wire.receive(from: socket, limit: MarkdownLimits.answer + 8)
        } catch {
            let status = end()
            if error == .silent { throw .of(.tooSlow) }
            if error == .nonsense { throw .of(.crashed) }
            throw Self.death(status)
        }
    }

    /// Ends the worker, whatever it is doing, and returns its status.
    @discardableResult
    func end() -> Int32 {
        close(socket)
        // One that is dying already keeps the status it dies with.
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func death(_ status: Int32) -> Death {
        let signal = status & 0x7F
        if signal == 0 {
            switch (status >> 8) & 0xFF {
            case 0: return .retired
            case MarkdownWorker.outOfMemory: return .of(.tooLarge)
            default: return .of(.crashed)
            }
        }
        switch signal {
        case SIGPROF, SIGXCPU: return .of(.tooSlow)
        case SIGKILL: return .of(.tooLarge)  // the kernel's answer where the whole machine is out of memory
        default: return .of(.crashed)
        }
    }

    private static func spawn(_ command: [String], socket: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_adddup2(&actions, socket, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)  // what the library says when it gives up
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments = command.map { strdup($0) } + [nil]
        var environment = inherited().map { strdup($0) } + [nil]
        defer { for string in arguments + environment { free(string) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, command.first ?? "", &actions, &attributes, &arguments, &environment)
        guard result == 0 else { throw failure("it cannot be run", result) }
        return process
    }

    /// Only what finding the program's libraries needs; no traces are written when a worker dies.
    private static func inherited() -> [String] {
        var environment = ["SWIFT_BACKTRACE=enable=no"]
        if let path = getenv("LD_LIBRARY_PATH") { environment.append("LD_LIBRARY_PATH=" + String(cString: path)) }
        return environment
    }

    private static func failure(_ what: String, _ reason: Int32) -> Failure {
        let why = reason == 0 ? "" : " (\(String(cString: strerror(reason)).lowercased()))"
        return Failure("cannot start the process that renders Markdown: \(what)\(why)")
    }
}
