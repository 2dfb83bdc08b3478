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
    /// Nothing of what it is handed is left where this program is killed: a password may be in it, or a mail.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - file: what it reads from `Tool.handed`; nil for nothing.
    package func run(
        _ arguments: [String], input: String = "", handing file: [UInt8]? = nil, in scratch: ScratchFolder
    ) throws(Failure) -> Outcome {
        // Files in place of pipes: neither side ever waits for the other.
        let (output, notes) = (scratch.path + "/output", scratch.path + "/notes")
        for path in [output, notes] { try FileSystem.remove(path) }
        var descriptors = [try Self.unnamed(Array(input.utf8), at: scratch.path + "/input")]
        defer { for descriptor in descriptors { close(descriptor) } }
        if let file { descriptors.append(try Self.unnamed(file, at: scratch.path + "/file")) }
        let status = try spawn(arguments, reading: descriptors, output, notes)
        return Outcome(status: status, output: try Self.text(output), notes: try Self.text(notes))
    }

    /// Where a program finds the file that it is handed.
    package static let handed = "/dev/fd/3"

    /// An open file that stands in no folder, to be read from its beginning.
    ///
    /// - Parameter path: where it stands while it is empty.
    private static func unnamed(_ bytes: [UInt8], at path: String) throws(Failure) -> Int32 {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileSystem.failure("cannot write", path) }
        do throws(Failure) {
            try FileSystem.remove(path)
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(file, $0.baseAddress!, $0.count) }
                guard count > 0 || errno == EINTR else { throw FileSystem.failure("cannot write", path) }
                rest = rest.dropFirst(max(0, count))
            }
            guard lseek(file, 0, SEEK_SET) == 0 else { throw FileSystem.failure("cannot read", path) }
        } catch {
            close(file)
            throw error
        }
        return file
    }

    private static func text(_ path: String) throws(Failure) -> String {
        String(decoding: try FileSystem.read(path, limit: 1 << 28) ?? [], as: UTF8.self)
    }

    private func spawn(_ arguments: [String], reading descriptors: [Int32], _ output: String, _ notes: String) throws(Failure) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, place) in zip(descriptors, [0, 3] as [Int32]) { posix_spawn_file_actions_adddup2(&actions, descriptor, place) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, notes, O_WRONLY | O_CREAT | O_EXCL, 0o600)
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
