import Diagnostics
import Files
import Glibc

/// Standard output and standard error.
enum Console {
    enum Stream {
        case results, notes
    }

    /// Whether escape sequences may be used.
    static func colour(on stream: Stream) -> Bool {
        let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let capable = getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
        return capable && !refused && isatty(stream == .results ? STDOUT_FILENO : STDERR_FILENO) == 1
    }

    /// Lets no file that is opened later take the place of a standard stream that the caller has closed: what is written
    /// to it would end there.
    static func keepDescriptors() {
        var descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        while (0...2).contains(descriptor) { descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC) }
        close(descriptor)
    }

    /// Writes results, all of them or not without a failure: a full disk and a reader that has gone away are told.
    static func result(_ bytes: some Sequence<UInt8>) throws(Failure) {
        guard write(bytes, to: STDOUT_FILENO) else { throw FileSystem.failure("cannot write to", "standard output") }
    }

    /// Writes a line of results.
    static func result(_ text: String) throws(Failure) {
        try result((text + "\n").utf8)
    }

    /// Writes what is no result. That it cannot be written is no fault: there is nowhere left to say so.
    static func note(_ bytes: some Sequence<UInt8>) {
        _ = write(bytes, to: STDERR_FILENO)
    }

    static func note(_ text: String) {
        note((text + "\n").utf8)
    }

    static func error(_ text: String) {
        note("rostrum: " + text)
    }

    static func error(_ failure: Failure) {
        // What a command was given is repeated in it.
        error(FindingWriter.printableLines(failure.message + "." + (failure.remedy.map { "\n" + $0 } ?? "")))
    }

    /// False where the system refused some of it; `errno` says why.
    private static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Bool {
        Array(bytes).withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if wrote < 0 && errno == EINTR { continue }
                guard wrote > 0 else { return false }
                done += wrote
            }
            return true
        }
    }
}
