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

    /// What tells it from all others when it comes again.
    var identities: [String] { seal?.identities ?? [identity] + (words.map { [$0.own] } ?? []) }

    /// What may tell that it came before.
    var recognisable: [String] { seal?.identities ?? [identity] + (words.map { [$0.other] } ?? []) }

    /// The same for a mail as it came and as Outlook saves it, which wraps lines anew, and tells nothing of some marks: where the mail's
    /// identifier says that they are one, its words and files decide. Nil without an identifier.
    ///
    /// A mail saved by Outlook and one as it came have identities of their own, so that only one of each kind can be the same.
    var words: (own: String, other: String)? {
        guard let letter, let id = letter.messageID else { return nil }
        var builder: [UInt8] = []
        for part in [id, letter.from.first?.address.lowercased() ?? ""] { builder += [UInt8](part.utf8) + [0] }
        var words = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where Self.isOfWord(scalar) {
            words.unicodeScalars.append(scalar)
        }
        builder += Digest.sha256([UInt8](words.utf8))
        for hash in files.map({ Digest.sha256Hex($0.bytes) }).sorted() { builder += [UInt8](hash.utf8) }
        let (saved, came) = (Digest.sha256Hex([UInt8]("outlook\n".utf8) + builder), Digest.sha256Hex([UInt8]("mail\n".utf8) + builder))
        return letter.nature.contains(.outlook) ? (saved, came) : (came, saved)
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private var when: String { letter.map { "\($0.date ?? 0) \($0.subject)" } ?? "" }
}

extension Record.Origin {
    init(_ candidate: Candidate, _ item: IntakeItem) {
        let letter = candidate.letter
        self.init(
            source: item.source, sender: letter?.from.first?.address, senderName: letter?.from.first?.name, subject: letter?.subject,
            messageID: letter?.messageID,
            references: letter.flatMap { $0.references.isEmpty ? nil : $0.references }, date: letter?.date,
            nature: letter?.nature.map(\.rawValue).sorted() ?? [],
            hasFields: Candidate.hasFields(candidate.text), covering: candidate.covering.map(Self.covering))
    }

    private static func covering(_ text: [UInt8]) -> String {
        let all = String(decoding: text, as: UTF8.self)
        var said = all.beginning(coveringLimit).drop(while: \.isWhitespace)
        while said.last?.isWhitespace == true { said.removeLast() }
        return said + (all.unicodeScalars.count > coveringLimit ? "…" : "")
    }
}

extension String {
    /// Its first scalars: characters may be of any length.
    func beginning(_ scalars: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(scalars))) }
}
