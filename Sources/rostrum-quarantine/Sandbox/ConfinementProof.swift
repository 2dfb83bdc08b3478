import CSeccomp
import Glibc

/// Tries, from inside, each thing that the sandbox forbids, and says what happened: for whoever wants to see that it holds on their
/// machine.
enum ConfinementProof {
    /// One line for each attempt on standard output: what was tried, then `refused` with the reason, or `done`.
    /// - Parameter landlock: the version of Landlock that stands; 0 for none.
    static func print(landlock: Int) {
        say("landlock", landlock > 0 ? "version \(landlock)" : "missing")
        attempt("read /usr") { open("/usr", O_RDONLY) }
        attempt("read /proc/self/statm") { open("/proc/self/statm", O_RDONLY) }
        attempt("read /etc/passwd") { open("/etc/passwd", O_RDONLY) }
        attempt("list /") { open("/", O_RDONLY | O_DIRECTORY) }
        attempt("write a file") { open("/dev/null", O_WRONLY) }
        attempt("create a file") { open("/tmp/rostrum-proof", O_WRONLY | O_CREAT | O_EXCL, 0o600) }
        attempt("make a folder") { mkdir("/tmp/rostrum-proof", 0o700) }
        attempt("remove a file") { unlink("/tmp/rostrum-proof") }
        attempt("link a file") { symlink("/etc/passwd", "/tmp/rostrum-proof") }
        attempt("open a socket") { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        attempt("open a local socket") { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) }
        attempt("start a process") { forked() }
        attempt("run a program") { execv("/bin/true", [nil]) }
        attempt("signal another process") { kill(getppid(), 0) }
        attempt("signal all processes") { kill(-1, 0) }
        attempt("trace a process") { Int32(system_call(Int(seccomp_syscall_resolve_name("ptrace")), nil, 0, 0, 0)) }
        attempt("change its memory") { Int32(system_call(Int(seccomp_syscall_resolve_name("process_vm_writev")), nil, 0, 0, 0)) }
        attempt("make memory a file") { Int32(system_call(Int(seccomp_syscall_resolve_name("memfd_create")), nil, 0, 0, 0)) }
        attempt("set the limits of another process") { otherLimits() }
        attempt("start a thread") { startThread() }
        say("core dump", coreLimit() == 0 ? "off" : "on")
    }

    private static func attempt(_ what: String, _ body: () -> Int32) {
        errno = 0
        let result = body()
        say(what, result >= 0 ? "done" : "refused (\(String(cString: strerror(errno)).lowercased()))")
    }

    private static func say(_ what: String, _ outcome: String) {
        let line = Array("\(what): \(outcome)\n".utf8)
        _ = write(1, line, line.count)
    }

    private static func forked() -> Int32 {
        let process = Int32(system_call(Int(seccomp_syscall_resolve_name("fork")), nil, 0, 0, 0))
        if process == 0 { _exit(0) }
        return process
    }

    private static func otherLimits() -> Int32 {
        Int32(system_call(Int(seccomp_syscall_resolve_name("prlimit64")), UnsafeRawPointer(bitPattern: Int(getppid())), 0, 0, 0))
    }

    private static func startThread() -> Int32 {
        var thread = pthread_t()
        let result = pthread_create(&thread, nil, { _ in nil }, nil)
        guard result == 0 else {
            errno = result
            return -1
        }
        pthread_join(thread, nil)
        return 0
    }

    private static func coreLimit() -> rlim_t {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        return limit.rlim_cur
    }
}
