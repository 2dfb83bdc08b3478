package import Diagnostics
import Files
import Foundation
import Glibc

/// A program of the system, found on the path.
package struct Tool: Sendable {
    private let name: String
    private let executable: String

    /// - Parameter name: of the program, and of the Debian package that it comes in.
    package init(_ name: String) throws(Failure) {
        self.name = name
        guard let found = Self.find(name) else {
            throw Failure("the program \(name) is missing", remedy: "Install the Debian package \(name): apt-get install \(name)")
        }
        executable = found
    }

    /// Whether there is such a program on the path.
    package static func exists(_ name: String) -> Bool { find(name) != nil }

    private static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// What a run that ended left.
    package struct Outcome: Sendable {
        /// The exit code, or minus the number of the signal that ended it.
        package let status: Int32
        /// What it wrote to standard output.
        package let output: String
        /// What it wrote to standard error.
        package let notes: String

        /// The last lines of what it said, for messages.
        package func reason(lines count: Int) -> String {
            let lines = notes.split(separator: "\n").suffix(count).joined(separator: "; ")
            return lines.isEmpty ? "status \(status)" : lines
        }
    }

    /// Runs it to its end. It stays in this program's group, so that it can ask on the terminal and ends with Ctrl-C.
    ///
    /// - Parameter input: what it reads from standard input.
    package func run(_ arguments: [String], input: String = "", in scratch: ScratchFolder) throws(Failure) -> Outcome {
        let streams = ["input", "output", "notes"].map { scratch.path + "/" + $0 }
        for path in streams { try FileSystem.remove(path) }
        // Files in place of pipes: neither side ever waits for the other.
        try FileSystem.create(streams[0], Array(input.utf8), mode: 0o600)
        let status = try spawn(arguments, streams)
        return Outcome(status: status, output: try Self.text(streams[1]), notes: try Self.text(streams[2]))
    }

    private static func text(_ path: String) throws(Failure) -> String {
        String(decoding: try FileSystem.read(path, limit: 1 << 28) ?? [], as: UTF8.self)
    }

    private func spawn(_ arguments: [String], _ streams: [String]) throws(Failure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
        for index in 1...2 { posix_spawn_file_actions_addopen(&actions, Int32(index), streams[index], O_WRONLY | O_CREAT | O_EXCL, 0o600) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This program ignores these; what it starts should not.
        var ignored = sigset_t()
        sigemptyset(&ignored)
        sigaddset(&ignored, SIGPIPE)
        sigaddset(&ignored, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &ignored)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let refusal = posix_spawn(&process, executable, &actions, &attributes, &words, environ)
        guard refusal == 0 else {
            errno = refusal
            throw FileSystem.failure("cannot run", executable)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}

/// A folder for what lives only as long as this value.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws(Failure) {
        let place = (ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp") + "/rostrum-XXXXXX"
        var template = Array(place.utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in mkdtemp(buffer.baseAddress!).map { String(cString: $0) } }
        guard let made else { throw FileSystem.failure("cannot make a folder like", place) }
        path = made
    }

    deinit {
        do {
            try FileSystem.remove(path)
        } catch {
            // What cannot be removed is in the system's folder for such things, which it empties.
        }
    }
}
