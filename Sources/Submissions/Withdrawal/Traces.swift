import Diagnostics
import Files

/// Where else in the office something stands that is purged.
struct Traces {
    /// What removes it there.
    private(set) var changes: [Change] = []
    /// The paths that are removed, in the office.
    private(set) var removed: [String] = []
    /// Where it stands, or may stand, and stays: other submissions, which somebody else may have sent, and what could not be read of the
    /// same sender's.
    private(set) var left: [String] = []

    /// - Parameters:
    ///   - taken: the files of the content that go.
    ///   - records: the submissions that go.
    ///   - note: where the reason of an earlier withdrawal may stand, which goes whatever it says.
    init(of taken: [Withdrawing.Taken], _ records: [Record], note: String, ledger: Ledger, inbox: Inbox) throws(Failure) {
        var texts = taken.filter { $0.path.hasSuffix(".md") }.map(\.bytes)
        for record in records { for revision in record.revisions { texts.append(try inbox.text(revision, of: record.number)) } }
        let sentences = Sentences(texts)
        let numbers = Set(records.map(\.number))
        let messages = try Self.messages(records, ledger).map { [UInt8]($0.utf8) }
        let senders = Set(records.compactMap(\.origin.sender).filter { !$0.isEmpty }).map { [UInt8]($0.utf8) }
        for other in try inbox.records() where !numbers.contains(other.number) {
            if records.contains(where: { $0.came(with: other) }) {
                // What they came in together lies with one of them.
                try walk(Record.folder(other.number) + "/source", ledger) { (path, bytes) throws(Failure) in
                    changes.append(.remove(path: path, before: Change.hash(bytes)))
                    removed.append(path)
                }
            }
            for revision in other.revisions where sentences.stand(in: try inbox.text(revision, of: other.number)) {
                left.append("submission \(other.number)")
                break
            }
        }
        for folder in ["inbox/unreadable", "outbox", "removals", "kept"] {
            try walk("office/" + folder, ledger) { (path, bytes) throws(Failure) in
                let isMail = messages.contains { bytes.firstRange(of: $0) != nil }
                guard isMail || path == note || sentences.stand(in: bytes) else {
                    // It may be about something else: a moderator has to look.
                    if path.hasSuffix("/source"), senders.contains(where: { bytes.firstRange(of: $0) != nil }) { left.append(path) }
                    return
                }
                changes.append(.remove(path: path, before: Change.hash(bytes)))
                removed.append(path)
            }
        }
    }

    /// The identifiers of all mails that some submissions came in: a record has that of the last.
    private static func messages(_ records: [Record], _ ledger: Ledger) throws(Failure) -> Set<String> {
        var found = Set(records.compactMap(\.origin.messageID))
        for record in records {
            let folder = ledger.place(Record.folder(record.number) + "/source")
            for entry in try FileSystem.entries(of: folder) where entry.kind == .file {
                let mail = try FileSystem.read(folder + "/" + entry.name, limit: 64 << 20) ?? []
                for line in mail.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) {
                    let text = String(decoding: line, as: UTF8.self)
                    guard text.lowercased().hasPrefix("message-id:"), let start = text.firstIndex(of: "<") else { continue }
                    let name = text[text.index(after: start)...].prefix { $0 != ">" }
                    if name.count > 3 { found.insert(String(name)) }
                }
            }
        }
        return found
    }

    static func sentences(_ taken: [Withdrawing.Taken]) -> Sentences {
        Sentences(taken.filter { $0.path.hasSuffix(".md") }.map(\.bytes))
    }

    private func walk(_ folder: String, _ ledger: Ledger, _ body: (String, [UInt8]) throws(Failure) -> Void) throws(Failure) {
        for entry in try FileSystem.entries(of: ledger.place(folder)) {
            let path = folder + "/" + entry.name
            if entry.kind == .folder {
                try walk(path, ledger, body)
            } else if entry.kind == .file, let bytes = try FileSystem.read(ledger.place(path), limit: 64 << 20) {
                try body(path, bytes)
            }
        }
    }
}

extension Record {
    /// Whether both were in one mail or one file.
    fileprivate func came(with other: Record) -> Bool {
        received == other.received && origin.source == other.origin.source && origin.messageID == other.origin.messageID
    }
}

/// The longer sentences of some texts, by which a quotation is told.
struct Sentences {
    /// Letters and digits of each, in lower case, without anything between them.
    private let known: Set<[UInt8]>
    /// Shorter ones are said by many.
    private static let shortest = 32

    init(_ texts: [[UInt8]]) {
        known = Set(texts.flatMap { Self.split($0) })
    }

    /// Whether one of them stands in a text, however its lines are broken.
    func stand(in text: [UInt8]) -> Bool {
        !known.isEmpty && Self.split(text).contains { known.contains($0) }
    }

    /// Cut at full stops of any script and at empty lines; front matter is left out.
    private static func split(_ text: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        let whole = String(decoding: text, as: UTF8.self)
        let body = whole.hasPrefix("---\n") ? whole.firstRange(of: "\n---\n").map { whole[$0.upperBound...] } ?? whole[...] : whole[...]
        var letters: [UInt8] = []
        var before: Character = " "
        for character in body {
            if ".!?。！？؟".contains(character) || (character == "\n" && before == "\n") {
                if letters.count >= shortest { found.append(letters) }
                letters = []
            } else if character.isLetter || character.isNumber {
                letters += character.lowercased().utf8
            }
            before = character
        }
        if letters.count >= shortest { found.append(letters) }
        return found
    }
}
