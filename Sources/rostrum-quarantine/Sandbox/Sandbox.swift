import Glibc

/// Walls around this process, put up once, before it looks at anything from outside.
///
/// What reads hostile bytes is a million lines of C. Should one of them be taken over, it finds itself in a process that can read
/// programs and libraries, answer on one socket, and nothing else.
enum Sandbox {
    /// Ends the process where the walls cannot be put up. Where the kernel has no Landlock, files can be read, and still none written.
    /// Returns the version of Landlock; 0 where there is none.
    static func enter() -> Int {
        let landlock = Landlock.version  // nobody can ask later
        // Neither files nor processes need it, but both walls do.
        guard SystemCalls.renouncePrivileges() else { _exit(1) }
        Landlock.restrict(reading: ["/usr", "/lib", "/lib64", "/proc/self"])
        guard SystemCalls.restrict() else { _exit(1) }
        return landlock
    }
}
