import Diagnostics
import Files
import Glibc

/// What is read from standard input.
enum StandardInput {
    private static let piece = 1 << 20

    /// Keeps it in a file in the office while `body` reads it: it may be a mailbox of any size, and is for nobody else's eyes.
    static func spooled(in office: String, _ body: (String) throws(Failure) -> Void) throws(Failure) {
        let path = office + "/standard-input"
        try FileSystem.remove(path)
        let file = try FileWriter(path, mode: 0o600)
        do {
            while true {
                let bytes = try read()
                if bytes.isEmpty { break }
                try file.append(bytes)
            }
            try file.finish()
            try body(path)
        } catch {
            file.giveUp()
            try FileSystem.remove(path)
            throw error
        }
        try FileSystem.remove(path)
    }

    /// All of it; nil where there is more than `limit` bytes.
    static func all(limit: Int) throws(Failure) -> [UInt8]? {
        var all: [UInt8] = []
        while true {
            let bytes = try read()
            if bytes.isEmpty { return all }
            all += bytes
            if all.count > limit { return nil }
        }
    }

    /// All of it, a piece at a time, whatever its size.
    static func forEachPiece(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        while true {
            let bytes = try read()
            if bytes.isEmpty { return }
            try body(bytes)
        }
    }

    private static func read() throws(Failure) -> [UInt8] {
        var refused = false
        let bytes = [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
            var got = Glibc.read(STDIN_FILENO, buffer.baseAddress, piece)
            while got < 0, errno == EINTR { got = Glibc.read(STDIN_FILENO, buffer.baseAddress, piece) }
            refused = got < 0
            count = max(0, got)
        }
        if refused { throw FileSystem.failure("cannot read", "standard input") }
        return bytes
    }
}
