/// The line with which each mail of a mailbox file begins, `From sender date`, and how mails say what looks like it: RFC 4155.
package enum MailboxMark {
    /// What it begins with.
    package static let start = [UInt8]("From ".utf8)

    /// Whether something that begins like this is such a line. It ends with a line break.
    package static func fits(_ head: some Collection<UInt8>) -> Bool {
        guard head.starts(with: start), let end = head.firstIndex(of: UInt8(ascii: "\n")) else { return false }
        // The line has a time, and ends in a year, or a year with a zone. A sentence of a mail seldom has both.
        let words = head[..<end].split(separator: UInt8(ascii: " "))
        return words.count >= 4 && words.dropFirst(2).contains { $0.count >= 4 && $0.prefix(4).allSatisfy(isDigit) }
            && words.dropFirst(2).contains { word in
                let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                return (2...3).contains(parts.count) && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isDigit) }
            }
    }

    /// Whether a line of a mail is `From …` with `>` before it, once or more often: the first of them was put there by the mailbox.
    package static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        return rest.startIndex > line.startIndex && rest.starts(with: start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
