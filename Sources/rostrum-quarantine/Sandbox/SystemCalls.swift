import CSeccomp
import Glibc

/// The kernel's wall around system calls, by libseccomp: what is not in the lists is refused.
enum SystemCalls {
    /// Sets the process's right to gain rights by running programs aside, for good.
    static func renouncePrivileges() -> Bool { process_control(38, 1, 0, 0, 0) == 0 }

    /// False where it cannot be put up.
    static func restrict() -> Bool {
        // Refused and not killed: libraries try things that they can do without.
        guard let filter = seccomp_init(refusal(EPERM)) else { return false }
        defer { seccomp_release(filter) }
        seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1)  // threads that a library has started already, too
        for name in allowed { allow(name, in: filter) }
        // Threads may be, processes not; with its newer form refused as unknown, the C library takes this one.
        allow("clone", where: [masked(0, 0x10000, 0x10000)], in: filter)
        seccomp_rule_add_array(filter, refusal(ENOSYS), seccomp_syscall_resolve_name("clone3"), 0, nil)
        // Only for reading: neither O_WRONLY, O_RDWR, O_CREAT, O_TRUNC nor O_TMPFILE.
        let writing: UInt64 = 0o3 | 0o100 | 0o1000 | 0o20000000
        allow("open", where: [masked(1, writing, 0)], in: filter)
        allow("openat", where: [masked(2, writing, 0)], in: filter)
        // Its own threads only, as when it ends itself.
        allow("tgkill", where: [equal(0, UInt64(getpid()))], in: filter)
        // Its own limits only.
        allow("prlimit64", where: [equal(0, 0)], in: filter)
        for command in [F_GETFD, F_SETFD, F_GETFL] { allow("fcntl", where: [equal(1, UInt64(command))], in: filter) }
        allow("prctl", where: [equal(0, 15)], in: filter)  // the name of a thread
        return seccomp_load(filter) == 0
    }

    private static let allowed = [
        "read", "write", "readv", "writev", "pread64", "sendto", "recvfrom", "close", "lseek", "poll", "ppoll", "fstat", "stat", "lstat",
        "newfstatat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "fadvise64",
        "mmap", "mprotect", "munmap", "mremap", "madvise", "brk", "futex", "sched_yield", "sched_getaffinity", "set_robust_list",
        "set_tid_address", "rseq", "restart_syscall", "nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday",
        "time", "times", "setitimer", "getitimer", "getrusage", "getrlimit", "setrlimit", "getrandom", "getpid", "gettid", "getuid",
        "geteuid", "getgid", "getegid", "uname", "sysinfo", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "membarrier",
        "exit", "exit_group",
    ]

    private static func allow(_ name: String, where conditions: [scmp_arg_cmp] = [], in filter: scmp_filter_ctx) {
        let number = seccomp_syscall_resolve_name(name)
        guard number >= 0 else { return }  // not every machine has each of them
        conditions.withUnsafeBufferPointer { _ = seccomp_rule_add_array(filter, 0x7FFF_0000, number, UInt32($0.count), $0.baseAddress) }
    }

    private static func refusal(_ reason: Int32) -> UInt32 { 0x0005_0000 | UInt32(reason) }

    private static func equal(_ argument: UInt32, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    }

    private static func masked(_ argument: UInt32, _ mask: UInt64, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    }
}
