import Diagnostics
import Files
import Quarantine

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
    ///   - quarantine: opens mails and archives, in which a text stands in other bytes than its own.
    init(
        of taken: [Withdrawing.Taken], _ records: [Record], note: String, ledger: Ledger, inbox: Inbox, quarantine: Quarantine
    ) throws(Failure) {
        var texts = taken.filter { $0.path.hasSuffix(".md") }.map(\.bytes)
        var files = taken.filter { !$0.path.hasSuffix(".md") }.map(\.bytes)
        for record in records {
            for revision in record.revisions { texts.append(try inbox.text(revision, of: record.number)) }
            for file in record.files { files.append(try inbox.file(file, of: record.number)) }
        }
        let search = TraceSearch(
            sentences: Sentences(texts), messages: try Self.messages(records, ledger),
            senders: Set(records.compactMap { $0.origin.sender?.lowercased() }.filter { !$0.isEmpty }),
            files: Set(files.map { Change.hash($0) }), quarantine: quarantine)
        let numbers = Set(records.map(\.number))
        for other in try inbox.records() where !numbers.contains(other.number) {
            if try look(into: other, records, search, ledger, inbox) { left.append("submission \(other.number)") }
        }
        // What is sealed in a mail cannot be looked into; which text it is was noted when it came.
        let held = Set(try inbox.setAside().filter { !numbers.isDisjoint(with: $0.submissions ?? []) }.map { $0.folder + "/source" })
        let mails = try emptyMails(about: numbers, search, ledger)
        for folder in ["inbox/unreadable", "outbox", "removals", "kept"] {
            try walk("office/" + folder, ledger) { (path, bytes) throws(Failure) in
                if mails.contains(where: { path.hasPrefix($0 + "/") }) { return }
                let found = path == note || held.contains(path) ? .itself : try search.look(into: bytes)
                switch found {
                case .itself: remove(path, bytes)
                // It may be about something else: a moderator has to look.
                case .sender: if path.hasSuffix("/source") { left.append(path) }
                case nil: break
                }
            }
        }
    }

    /// Takes away what mails say that tell of the submissions, or quote what is purged.
    ///
    /// - Returns: the folders of all mails, which were looked at.
    private mutating func emptyMails(
        about numbers: Set<Int>, _ search: TraceSearch, _ ledger: Ledger
    ) throws(Failure) -> Set<String> {
        let outbox = Outbox(office: ledger.office)
        // Each says which submissions it is about: that it answers the same mail tells nothing.
        let words = search.withoutMails
        var folders: Set<String> = []
        for mail in try outbox.mails() {
            folders.insert(mail.folder)
            guard !mail.isEmptied else { continue }
            let quotes = try words.look(into: outbox.message(mail.number)) == .itself
            guard quotes || !numbers.isDisjoint(with: mail.submissions) else { continue }
            changes += try outbox.emptying(mail, in: ledger)
            removed.append(mail.folder)
        }
        return folders
    }

    /// Removes what another submission has of the same mail; tells whether it holds what is purged besides.
    private mutating func look(
        into other: Record, _ records: [Record], _ search: TraceSearch, _ ledger: Ledger, _ inbox: Inbox
    ) throws(Failure) -> Bool {
        let cameTogether = records.contains { $0.came(with: other) }
        var isFound = try forget(what: other, cameTogether, search, ledger)
        try walk(Record.folder(other.number) + "/source", ledger) { (path, bytes) throws(Failure) in
            // What they came in together lies with one of them.
            if cameTogether { remove(path, bytes) } else if try search.look(into: bytes) == .itself { isFound = true }
        }
        for revision in other.revisions where !isFound {
            isFound = search.sentences.stand(in: try inbox.text(revision, of: other.number))
        }
        // What came in sealed cannot be looked into; what was in it lies beside it.
        for file in other.files where !isFound { isFound = search.files.contains(Change.hash(try inbox.file(file, of: other.number))) }
        return isFound
    }

    /// Takes away what another submission's record has of the mail that both came in; tells whether it quotes what is purged otherwise.
    private mutating func forget(
        what other: Record, _ cameTogether: Bool, _ search: TraceSearch, _ ledger: Ledger
    ) throws(Failure) -> Bool {
        guard cameTogether else { return search.sentences.stand(in: Array((other.origin.covering ?? "").utf8)) }
        var record = other
        record.origin.covering = nil
        record.leftOut = record.leftOut.filter { $0.reason != Record.LeftOut.besideIt }
        if record != other { changes.append(try record.change(in: ledger)) }
        return false
    }

    private mutating func remove(_ path: String, _ bytes: [UInt8]) {
        changes.append(.remove(path: path, before: Change.hash(bytes)))
        removed.append(path)
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
