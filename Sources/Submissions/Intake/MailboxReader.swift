import Diagnostics
import Files
import Quarantine

/// Reads the mails of an mbox file one after the other, whatever its size. A mail begins at a line `From …` at the beginning of the file
/// or after an empty line; `>From ` in a mail loses its `>`.
struct MailboxReader {
    /// What a mailbox begins with.
    static let mark = [UInt8]("From ".utf8)
    private static let quoted = [UInt8](">From ".utf8)
    private static let piece = 1 << 20

    private let file: FileReader
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ path: String) throws(Failure) {
        file = try FileReader(path)
    }

    /// Whether something that begins like this is a mailbox.
    static func isMailbox(_ head: some Collection<UInt8>) -> Bool {
        guard head.starts(with: mark), let end = head.firstIndex(of: newline) else { return false }
        // `From sender date`: the line has a time, and ends in a year, or a year with a zone. A sentence of a mail seldom has both.
        let words = head[..<end].split(separator: UInt8(ascii: " "))
        return words.count >= 4 && words.dropFirst(2).contains { $0.count >= 4 && $0.prefix(4).allSatisfy(isDigit) }
            && words.dropFirst(2).contains { word in
                let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                return (2...3).contains(parts.count) && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isDigit) }
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// The next mail, without its `From ` line; nil bytes for one that is too large, nil at the end.
    mutating func next() throws(Failure) -> (bytes: [UInt8]?, isLast: Bool)? {
        guard var line = try self.line() else { return nil }
        while !line.starts(with: Self.mark) {  // only where the file has been cut
            guard let following = try self.line() else { return nil }
            line = following
        }
        var mail: [UInt8] = []
        var isTooLarge = false
        var afterBlank = false
        while let peeked = try peekLine() {
            if afterBlank, peeked.starts(with: Self.mark), Self.isMailbox(peeked) { break }
            afterBlank = peeked.allSatisfy { $0 == newline || $0 == 0x0D }
            if mail.count + peeked.count > QuarantineLimits.bytes {
                isTooLarge = true
            } else if Self.isQuoted(peeked) {
                mail += peeked.dropFirst()
            } else {
                mail += peeked
            }
            start += peeked.count
        }
        // The empty line before the next mail belongs to the mailbox.
        if mail.suffix(2).elementsEqual([newline, newline]) { mail.removeLast() }
        return (isTooLarge ? nil : mail, try peekLine() == nil)
    }

    /// `>From `, and that quoted again.
    private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        return rest.startIndex > line.startIndex && rest.starts(with: mark)
    }

    private mutating func line() throws(Failure) -> ArraySlice<UInt8>? {
        guard let line = try peekLine() else { return nil }
        start += line.count
        return line
    }

    /// The next line with its line break, not yet taken; a line past a megabyte in pieces.
    private mutating func peekLine() throws(Failure) -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: newline) { return buffer[start...end] }
            if buffer.count - start >= Self.piece { return buffer[start...] }
            if isAtEnd { return start < buffer.count ? buffer[start...] : nil }
            searched = buffer.count - start
            buffer.removeSubrange(..<start)
            start = 0
            let more = try file.read(Self.piece)
            isAtEnd = more.isEmpty
            buffer += more
        }
    }
}

private let newline = UInt8(ascii: "\n")
