import Diagnostics
import Glibc

/// Standard output and standard error.
enum Console {
    /// Whether escape sequences may be used on standard error.
    static var colour: Bool {
        isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
    }

    static func write(_ text: String, to stream: UnsafeMutablePointer<FILE>) {
        var text = text
        text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, stream) }
        fflush(stream)
    }

    static func result(_ text: String) {
        write(text + "\n", to: stdout)
    }

    static func note(_ text: String) {
        write(text + "\n", to: stderr)
    }

    static func error(_ text: String) {
        note("rostrum: " + text)
    }

    static func error(_ failure: Failure) {
        error(failure.message + "." + (failure.remedy.map { "\n" + $0 } ?? ""))
    }
}
