import Diagnostics
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

    /// Writes all of it. A reader that has gone away is no fault: what is left is not wanted.
    static func write(_ bytes: some Sequence<UInt8>, to stream: Stream) {
        let descriptor = stream == .results ? STDOUT_FILENO : STDERR_FILENO
        Array(bytes).withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let wrote = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if wrote < 0 && errno == EINTR { continue }
                guard wrote > 0 else { return }
                done += wrote
            }
        }
    }

    static func result(_ text: String) {
        write((text + "\n").utf8, to: .results)
    }

    static func note(_ text: String) {
        write((text + "\n").utf8, to: .notes)
    }

    static func error(_ text: String) {
        note("rostrum: " + text)
    }

    static func error(_ failure: Failure) {
        error(failure.message + "." + (failure.remedy.map { "\n" + $0 } ?? ""))
    }
}
