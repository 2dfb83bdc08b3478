package import Diagnostics
import Glibc

/// Holds a folder for one process at a time; let go when the value is gone or the process ends, however it ends.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock, or throws where another process holds it.
    ///
    /// - Parameter path: the lock file, made where it is missing; it stays behind, empty.
    /// - Parameter patience: how long to wait for a process that holds it.
    /// - Parameter busy: what to say when it does not let go in that time.
    package init(_ path: String, patience: Duration = .zero, busy: Failure) throws(Failure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileSystem.failure("cannot lock", path) }
        let end = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            if reason == EINTR { continue }
            if reason == EWOULDBLOCK, ContinuousClock.now < end {
                usleep(20_000)
                continue
            }
            close(descriptor)
            errno = reason
            throw reason == EWOULDBLOCK ? busy : FileSystem.failure("cannot lock", path)
        }
        self.descriptor = descriptor
    }

    deinit {
        // Said in so many words: a process that another thread has just begun holds a copy of the descriptor until its program is loaded,
        // and with it what closing alone would let go of.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
