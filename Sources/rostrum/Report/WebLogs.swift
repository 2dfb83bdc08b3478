import Diagnostics
import Files
import Model
import Statistics

/// The access logs of the host that serves the site.
enum WebLogs {
    /// Counts the openings in all of them, read a piece at a time; nothing of them is kept.
    ///
    /// - Parameter paths: `-` is standard input, for what must be unpacked first.
    static func count(_ paths: [String], with counter: OpeningCounter) throws(Failure) -> PageOpenings {
        var counter = counter
        for path in paths {
            let take = { (piece: [UInt8]) throws(Failure) in counter.take(piece) }
            if path == "-" { try StandardInput.forEachPiece(take) } else { try OpenFile(path).forEachPiece(take) }
            counter.finish()
        }
        return counter.openings
    }
}
