import Diagnostics
import Files
import Quarantine

/// Reads the mails of an mbox file one after the other, whatever its size. A mail begins at a line `From …` at the beginning of the file
/// or after an empty line; `>From ` in a mail loses its `>`.
struct MailboxReader {
    private static let piece = 1 << 20

    private let file: FileReader
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ path: String) throws(Failure) {
        file = try FileReader(path)
    }

    /// The next mail, without its `From ` line; nil at the end.
    mutating func next() throws(Failure) -> IntakeItem.Content? {
        guard var line = try self.line() else { return nil }
        while !line.starts(with: MailboxMark.start) {  // only where the file has been cut
            guard let following = try self.line() else { return nil }
            line = following
        }
        var mail: [UInt8] = []
        var size = 0
        var afterBlank = false
        while let peeked = try peekLine() {
            if afterBlank, MailboxMark.fits(peeked) { break }
            afterBlank = peeked.allSatisfy { $0 == newline || $0 == 0x0D }
            size += peeked.count
            if size > QuarantineLimits.bytes {
                if mail.count > IntakeItem.head { mail = Array(mail.prefix(IntakeItem.head)) }
            } else if MailboxMark.isQuoted(peeked) {
                mail += peeked.dropFirst()
            } else {
                mail += peeked
            }
            start += peeked.count
        }
        if size > QuarantineLimits.bytes { return .tooLarge(head: mail, size: size) }
        // The empty line before the next mail belongs to the mailbox.
        if mail.suffix(2).elementsEqual([newline, newline]) { mail.removeLast() }
        return .whole(mail)
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
