import Quarantine

/// A mailbox file that came in a mail or an archive: mails one after the other.
enum Mailbox {
    /// Whether there are two mails in it at least; a file of one is a mail.
    static func fits(_ bytes: [UInt8]) -> Bool {
        MailboxMark.fits(bytes.prefix(1_024)) && starts(in: bytes, atMost: 2).count > 1
    }

    /// The mails without the lines that begin them, as many of them as were asked for at most.
    static func mails(in bytes: [UInt8], atMost most: Int) -> [[UInt8]] {
        let starts = starts(in: bytes, atMost: most + 1)
        return starts.enumerated().prefix(most).map { number, start in
            var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
            // The empty line before the next mail belongs to the mailbox.
            if number + 1 < starts.count {
                end -= 1
                if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            }
            let head = bytes[start..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
            return unquoted(bytes[head..<end])
        }
    }

    /// Where the lines stand that begin the mails.
    private static func starts(in bytes: [UInt8], atMost most: Int) -> [Int] {
        var starts = [0]
        var position = 0
        while starts.count < most, let hit = ByteSearch.first("\nFrom ", in: bytes[position...]) {
            let isAfterBlank = hit > 0 && (bytes[hit - 1] == 0x0A || hit > 1 && bytes[hit - 1] == 0x0D && bytes[hit - 2] == 0x0A)
            if isAfterBlank, MailboxMark.fits(bytes[(hit + 1)...].prefix(1_024)) { starts.append(hit + 1) }
            position = hit + 1
        }
        return starts
    }

    /// Without the `>` that the mailbox put before lines that look like its own.
    private static func unquoted(_ mail: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var copied = mail.startIndex
        var position = mail.startIndex
        while let hit = ByteSearch.first(">From ", in: mail[position...]) {
            let before = mail[copied..<hit].lastIndex { $0 != UInt8(ascii: ">") }
            let line = before.map { $0 + 1 } ?? copied
            if line == mail.startIndex || mail[line - 1] == 0x0A {
                out += mail[copied..<line]
                copied = line + 1
            }
            position = hit + 1
        }
        return out + mail[copied...]
    }
}
