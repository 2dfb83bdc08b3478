import Access
package import Diagnostics
import Files
package import Model
package import Quarantine

/// Brings things from outside into the office: each becomes a submission, joins one that was returned, is known already, or is set aside
/// with the reason. Nothing is taken away from where it came from.
///
/// Several are put on the disk at once; a run that is killed has imported some of them, and the next run does the rest.
package struct Intake {
    /// What is put on the disk at once, at most.
    private static let batch = (items: 64, bytes: 16_000_000)

    let ledger: Ledger
    let quarantine: Quarantine
    let scanner: VirusScanner?
    let now: Instant
    private var known: KnownSubmissions
    private var items = 0
    private var bytes = 0
    private var drafts: [LogEntry.Draft] = []
    private var changes: [Change] = []
    private var pending: [Outcome] = []
    private var generator: any RandomNumberGenerator
    /// What came of each thing, in their order.
    package private(set) var outcomes: [Outcome] = []

    /// What came of one thing.
    package enum Outcome: Sendable, Hashable {
        /// A submission of that number was made of it.
        case received(number: Int, source: String)
        /// It joined the submission of that number, which had been returned.
        case rejoined(number: Int, source: String)
        /// It is the submission of that number, and was there before.
        case known(number: Int, source: String)
        /// It went to `office/inbox/unreadable/`.
        case setAside(SetAside.Reason, source: String)
        /// It is larger than anything that is looked at, and was left where it is.
        case tooLarge(source: String)
    }

    package init(
        ledger: Ledger, quarantine: Quarantine, scanner: VirusScanner?, now: Instant, using generator: any RandomNumberGenerator
    ) throws(Failure) {
        self.ledger = ledger
        self.quarantine = quarantine
        self.scanner = scanner
        self.now = now
        self.generator = generator
        known = try KnownSubmissions(try Inbox(office: ledger.office).records())
    }

    /// Imports one thing; it is on the disk when the next is far enough behind, or after `finish`.
    package mutating func add(_ item: IntakeItem) throws(Failure) {
        guard let whole = item.bytes else {
            outcomes.append(.tooLarge(source: item.source))
            return
        }
        switch try quarantine.open(name: item.name, whole) {
        case .failure(let fault): try setAside(item, whole, SetAside.Reason(fault))
        case .success(let opened):
            let candidates = Candidate.all(in: try beside(item, opened))
            if candidates.allSatisfy({ $0.isEmpty }) {
                try setAside(item, whole, SetAside.Reason(opened))
            } else {
                let source = candidates.count == 1 ? whole : nil
                for candidate in candidates where !candidate.isEmpty { try receive(candidate, item, source) }
            }
        }
        items += 1
        bytes += whole.count
        if items >= Self.batch.items || bytes >= Self.batch.bytes { try write() }
    }

    /// Puts on the disk what is not there yet.
    package mutating func finish() throws(Failure) {
        try write()
    }

    private mutating func write() throws(Failure) {
        if !drafts.isEmpty { try ledger.commit(drafts, changes, at: now) }
        outcomes += pending
        (drafts, changes, pending, items, bytes) = ([], [], [], 0, 0)
    }

    // MARK: Submissions

    private mutating func receive(_ candidate: Candidate, _ item: IntakeItem, _ source: [UInt8]?) throws(Failure) {
        let identity = candidate.identity
        if let number = known.number(of: identity) {
            pending.append(.known(number: number, source: item.source))
            return
        }
        if let returned = known.returned(candidate) { return try rejoin(returned, candidate, identity, item, source) }
        let number = known.next
        let entry = try ledger.end().count + drafts.count + 1
        let event = Record.Event(entry: entry, time: now.iso, by: LogEntry.program, action: .receive, before: nil, reasons: [], words: nil)
        let stored = try store(candidate, 1, number, taken: [])
        let record = Record(
            number: number, state: .received, received: now.iso, origin: Record.Origin(candidate, item), identities: [identity],
            salt: salt(), revisions: [Record.Revision(file: "1.md", by: nil, time: now.iso)], files: stored.files,
            leftOut: candidate.leftOut.map { Record.LeftOut(name: $0.name, reason: $0.reason.rawValue) }, claimedBy: nil, due: nil,
            place: nil, placed: nil, history: [event])
        try add(record, stored.changes, candidate, item, source, revision: 1)
        drafts.append(
            LogEntry.Draft(by: LogEntry.program, .receive, submission: number, facts: ["text": record.digest(candidate.text)]))
        known.add(record, candidate)
        pending.append(.received(number: number, source: item.source))
    }

    private mutating func rejoin(
        _ returned: Record, _ candidate: Candidate, _ identity: String, _ item: IntakeItem, _ source: [UInt8]?
    ) throws(Failure) {
        var record = returned
        let revision = record.revisions.count + 1
        let entry = try ledger.end().count + drafts.count + 1
        let stored = try store(candidate, revision, record.number, taken: Set(record.files.map(\.stored)))
        record.state = .received
        record.claimedBy = nil
        record.origin = Record.Origin(candidate, item)
        record.identities.append(identity)
        record.revisions.append(Record.Revision(file: "\(revision).md", by: nil, time: now.iso))
        record.files = stored.files
        record.leftOut = candidate.leftOut.map { Record.LeftOut(name: $0.name, reason: $0.reason.rawValue) }
        record.history.append(
            Record.Event(entry: entry, time: now.iso, by: LogEntry.program, action: .rejoin, before: .returned, reasons: [], words: nil))
        try add(record, stored.changes, candidate, item, source, revision: revision)
        drafts.append(
            LogEntry.Draft(by: LogEntry.program, .rejoin, submission: record.number, facts: ["text": record.digest(candidate.text)]))
        known.add(record, candidate)
        pending.append(.rejoined(number: record.number, source: item.source))
    }

    private mutating func add(
        _ record: Record, _ files: [Change], _ candidate: Candidate, _ item: IntakeItem, _ source: [UInt8]?, revision: Int
    ) throws(Failure) {
        let folder = Record.folder(record.number)
        changes += files
        changes.append(.put(path: folder + "/\(revision).md", bytes: candidate.text, before: nil))
        if let source {
            let ending = candidate.letter == nil ? StoredName.make(item.name, endings: [], taken: []) : "mail.eml"
            changes.append(.put(path: folder + "/source/\(revision)-" + ending, bytes: source, before: nil))
        }
        let earlier = changes.lastIndex { $0.path == folder + "/record.json" }
        if let earlier, case .put(_, _, let before) = changes[earlier] {
            // Twice in one batch: the second takes the place of the first.
            changes.remove(at: earlier)
            changes.append(.put(path: folder + "/record.json", bytes: try record.written(), before: before))
        } else {
            changes.append(try record.change(in: ledger))
        }
    }

    private func store(
        _ candidate: Candidate, _ revision: Int, _ number: Int, taken: Set<String>
    ) throws(Failure) -> (files: [Record.StoredFile], changes: [Change]) {
        var taken = taken
        var stored: [Record.StoredFile] = []
        var changes: [Change] = []
        let verdicts = try scanner?.scan(candidate.files.map(\.bytes))
        for (index, file) in candidate.files.enumerated() {
            let name = StoredName.make(file.name, endings: file.endings, taken: taken)
            taken.insert(name)
            stored.append(
                Record.StoredFile(
                    name: file.name, stored: name, size: file.bytes.count, type: file.type, endings: file.endings,
                    traits: file.traits.map(\.rawValue).sorted(), scan: verdicts.map { Record.Scan($0[index]) }))
            changes.append(.put(path: Record.folder(number) + "/files/" + name, bytes: file.bytes, before: nil))
        }
        return (stored, changes)
    }

    // MARK: What cannot be read

    private mutating func setAside(_ item: IntakeItem, _ whole: [UInt8], _ reason: SetAside.Reason) throws(Failure) {
        let aside = SetAside(
            id: String(Digest.sha256Hex(whole).prefix(16)), source: item.source, name: item.name, reason: reason, time: now.iso)
        let isNew = try ledger.hash(aside.folder + "/reason.json") == nil && !changes.contains { $0.path.hasPrefix(aside.folder + "/") }
        if isNew {
            changes += try aside.changes(whole)
            drafts.append(LogEntry.Draft(by: LogEntry.program, .unreadable, facts: ["id": aside.id, "reason": reason.rawValue]))
        }
        pending.append(.setAside(reason, source: item.source))
    }

    /// What lies beside a text in its folder is opened too, where the text names it.
    private func beside(_ item: IntakeItem, _ opened: Opened) throws(Failure) -> Opened {
        guard !item.beside.isEmpty else { return opened }
        var files = opened.files
        var refusals = opened.refusals
        for other in item.beside where opened.texts.contains(where: { $0.names(other.name) }) {
            switch try quarantine.open(name: other.name, other.bytes) {
            case .success(let found):
                files += found.files.map {
                    OpenedFile(name: other.name, type: $0.type, endings: $0.endings, bytes: $0.bytes, traits: $0.traits)
                }
                refusals += found.refusals
            case .failure: refusals.append(Opened.Refusal(name: other.name, reason: .damaged))
            }
        }
        return Opened(form: opened.form, texts: opened.texts, files: files, refusals: refusals, inner: opened.inner)
    }

    private mutating func salt() -> String {
        let number = { (generator: inout any RandomNumberGenerator) in String(generator.next() as UInt64, radix: 16) }
        return number(&generator) + number(&generator)
    }
}

extension Opened.Writing {
    /// Whether the text names a file, as it is or as an address writes it.
    fileprivate func names(_ file: String) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return text.contains(last) || text.contains(last.replacing(" ", with: "%20"))
    }
}
