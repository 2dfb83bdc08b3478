import CLinux
package import Diagnostics
import Glibc

/// A running child: its process and the socket to it.
///
/// The rules of this target: what comes from outside is parsed in a process of its own, which has limits of time and memory, is told
/// what to do over one socket, and answers there; the program survives whatever becomes of it, and knows why it ended. The child
/// limits itself (`Confines`); what it says is believed no more than what it was given.
package struct ConfinedProcess: Sendable {
    private let process: pid_t
    private let socket: Int32

    /// How a child came to its end.
    package enum Death: Error, Hashable {
        /// It ended of its own accord, between two tasks; another takes its place.
        case retired
        /// It took more time than it may.
        case tooSlow
        /// It took more memory than it may.
        case tooLarge
        /// It ended in any other way, or talked nonsense.
        case crashed
    }

    /// What runs as a child.
    package struct Program: Sendable {
        /// Path and arguments.
        let command: [String]
        /// Its first message, so that a program that is none is noticed at once.
        let greeting: [UInt8]
        /// What it is for, as in `that renders Markdown`.
        let purpose: String
        /// Seconds after which a child that says nothing is given up, although it uses no processor time.
        let silence: Int

        package init(command: [String], greeting: [UInt8], purpose: String, silence: Int) {
            self.command = command
            self.greeting = greeting
            self.purpose = purpose
            self.silence = silence
        }
    }

    /// Starts a child and waits for its greeting.
    package static func start(_ program: Program) throws(Failure) -> ConfinedProcess {
        var sockets: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { throw program.failure("no socket for it", errno) }
        var silence = timeval(tv_sec: program.silence, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(sockets[0], SOL_SOCKET, SO_RCVTIMEO, &silence, size)
        setsockopt(sockets[0], SOL_SOCKET, SO_SNDTIMEO, &silence, size)
        let process: pid_t
        do {
            process = try spawn(program, socket: sockets[1])
            close(sockets[1])  // now, or its end would not be seen
        } catch {
            close(sockets[0])
            close(sockets[1])
            throw error
        }
        let child = ConfinedProcess(process: process, socket: sockets[0])
        do throws(Wire.Ending) {
            guard try Wire.receive(from: child.socket, limit: 64) == program.greeting else { throw .nonsense }
            return child
        } catch {
            child.end()
            throw program.failure("it does not answer", 0)
        }
    }

    /// Sends a message and waits for the answer. Throws when the child died of it; it is gone then.
    ///
    /// - Parameters:
    ///   - limit: the longest answer that is taken, in bytes.
    ///   - time: how long the whole may take; nil where only silence is limited.
    package func ask(_ message: [UInt8], limit: Int, within time: Duration? = nil) throws(Death) -> [UInt8] {
        let deadline = time.map { ContinuousClock.now + $0 }
        do {
            try Wire.send(message, to: socket)
            return try Wire.receive(from: socket, limit: limit, before: deadline)
        } catch {
            let status = end()
            if error == .silent { throw .tooSlow }
            if error == .nonsense { throw .crashed }
            throw Self.death(status)
        }
    }

    /// Ends the child, whatever it is doing, and returns its status.
    @discardableResult
    package func end() -> Int32 {
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
            case Confines.outOfMemory: return .tooLarge
            default: return .crashed
            }
        }
        switch signal {
        case SIGPROF, SIGXCPU: return .tooSlow
        case SIGKILL: return .tooLarge  // the kernel's answer where the whole machine is out of memory
        default: return .crashed
        }
    }

    private static func spawn(_ program: Program, socket: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_adddup2(&actions, socket, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)  // what a library says when it gives up
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
        var arguments = program.command.map { strdup($0) } + [nil]
        var environment = inherited().map { strdup($0) } + [nil]
        defer { for string in arguments + environment { free(string) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, program.command.first ?? "", &actions, &attributes, &arguments, &environment)
        guard result == 0 else { throw program.failure("it cannot be run", result) }
        return process
    }

    /// Only what finding the program's libraries needs; no traces are written when a child dies.
    private static func inherited() -> [String] {
        var environment = ["SWIFT_BACKTRACE=enable=no"]
        if let path = getenv("LD_LIBRARY_PATH") { environment.append("LD_LIBRARY_PATH=" + String(cString: path)) }
        return environment
    }
}

extension ConfinedProcess.Program {
    fileprivate func failure(_ what: String, _ reason: Int32) -> Failure {
        let why = reason == 0 ? "" : " (\(String(cString: strerror(reason)).lowercased()))"
        return Failure("cannot start the process \(purpose): \(what)\(why)")
    }
}
