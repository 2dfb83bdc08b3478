import Generator
import Glibc
import Publishing

extension Progress {
    /// One line on a terminal that says how far the work is; silence elsewhere.
    static var terminal: Progress {
        guard isatty(STDERR_FILENO) == 1 else { return Progress() }
        return Progress { stage, done, total in
            let end = done == total ? "\r\u{1B}[K" : ""
            Console.note("\r\(stage.rawValue) \(done) of \(total)\u{1B}[K\(end)".utf8)
        }
    }
}

extension PublishingProgress {
    /// The same for publications.
    static var terminal: PublishingProgress {
        guard isatty(STDERR_FILENO) == 1 else { return .silent }
        return PublishingProgress { stage, done, total in
            let end = done == total ? "\r\u{1B}[K" : ""
            Console.note("\r\(stage) \(done) of \(total)\u{1B}[K\(end)".utf8)
        }
    }
}
