import Access
import Quarantine

extension Candidate {
    /// Whether nothing was written and nothing came with it.
    var isEmpty: Bool { files.isEmpty && text.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }

    /// A hash of what it says and who says it: the same for the same mail by whatever way it came, and another for another mail of the
    /// same words.
    var identity: String {
        var builder = [UInt8]("rostrum-submission-1\n".utf8)
        for part in [letter?.messageID ?? "", letter?.from.first?.address.lowercased() ?? "", letter?.messageID == nil ? when : ""] {
            builder += [UInt8](part.utf8) + [0]
        }
        // Empty lines at the end come and go on the way.
        builder += Digest.sha256(text[..<(text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0)])
        for file in files.sorted(by: { ($0.name, $0.bytes.count) < ($1.name, $1.bytes.count) }) {
            builder += [UInt8](file.name.utf8) + [0] + Digest.sha256(file.bytes)
        }
        return Digest.sha256Hex(builder)
    }

    private var when: String { letter.map { "\($0.date ?? 0) \($0.subject)" } ?? "" }
}

extension Record.Origin {
    init(_ candidate: Candidate, _ item: IntakeItem) {
        let letter = candidate.letter
        self.init(
            source: item.source, sender: letter?.from.first?.address, senderName: letter?.from.first?.name, subject: letter?.subject,
            messageID: letter?.messageID, date: letter?.date, nature: letter?.nature.map(\.rawValue).sorted() ?? [],
            hasFields: Candidate.hasFields(candidate.text))
    }
}
