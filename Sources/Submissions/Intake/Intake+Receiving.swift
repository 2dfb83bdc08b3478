import Diagnostics
import Files
import Model
import Quarantine

/// What becomes of a candidate: a submission, or a further text of one that was returned.
extension Intake {
    /// Of several, the first that is new has what they came in: what none of them took over is there. It also tells of what was left out.
    mutating func receive(_ candidates: [Candidate], _ item: IntakeItem, _ whole: [UInt8]) throws(Failure) {
        guard candidates.allSatisfy({ Record.holds($0.files.map(\.name)) }) else { return try setAside(item, whole, .tooLong) }
        var source: [UInt8]? = whole
        var leftOut: [Opened.Refusal] = []
        var leftBeside: [String] = []
        var before: [Int] = []
        for var candidate in candidates {
            candidate.leftOut = leftOut + candidate.leftOut
            candidate.leftBeside = leftBeside + candidate.leftBeside
            (leftOut, leftBeside) = (candidate.leftOut, candidate.leftBeside)
            if candidate.isEmpty { continue }
            if let number = known.number(ofAny: candidate.recognisable) {
                if let other = try superseded(number) {
                    try receive(candidate, item, source)
                    try giveUp(other)
                    (source, leftOut, leftBeside) = (nil, [], [])
                } else {
                    before.append(number)
                    pending.append(.known(number: number, source: item.source))
                }
                continue
            }
            try receive(candidate, item, source)
            (source, leftOut, leftBeside) = (nil, [], [])
        }
        // The same text, sealed anew, in a mail that says something else: no submission has that.
        guard source != nil, candidates.contains(where: \.saysMore), !before.isEmpty else { return }
        if !known.came(before, in: candidates[0].letter), !known.arePurged(before) {
            try setAside(item, whole, .besideKnown, of: before)
        }
    }

    private mutating func receive(_ candidate: Candidate, _ item: IntakeItem, _ source: [UInt8]?) throws(Failure) {
        if let returned = try returned(for: candidate), Record.holds(returned.files.map(\.name) + candidate.files.map(\.name)) {
            return try rejoin(returned, candidate, item, source)
        }
        let number = known.next
        let entry = try ledger.end().count + drafts.count + 1
        let event = Record.Event(entry: entry, time: now.iso, by: LogEntry.program, action: .receive, before: nil, reasons: [], words: nil)
        let stored = try store(candidate, 1, number, taken: [])
        let record = Record(
            number: number, state: .received, received: now.iso, origin: Record.Origin(candidate, item), identities: candidate.identities,
            salt: salt(), revisions: [Record.Revision(file: "1.md", by: nil, time: now.iso)], files: stored.files,
            leftOut: Record.LeftOut.all(of: candidate), claimedBy: nil, due: nil,
            answers: known.answered(candidate), proof: candidate.seal?.proof,
            place: nil, placed: nil, history: [event])
        try add(record, stored.changes, candidate, item, source, revision: 1)
        note(.received, candidate)
        drafts.append(
            LogEntry.Draft(by: LogEntry.program, .receive, submission: number, facts: ["text": record.digest(candidate.text)]))
        known.add(record, candidate)
        pending.append(.received(number: number, source: item.source))
    }

    /// Who says that a text is the new one of a submission: the program, by its mail, or a moderator.
    private var answerer: String { answer?.name ?? LogEntry.program }

    private mutating func rejoin(
        _ returned: Record, _ candidate: Candidate, _ item: IntakeItem, _ source: [UInt8]?
    ) throws(Failure) {
        var record = returned
        let revision = record.revisions.count + 1
        let entry = try ledger.end().count + drafts.count + 1
        // Files of earlier texts stay beside those texts.
        let taken = try FileSystem.entries(of: ledger.place(Record.folder(record.number) + "/files")).map(\.name)
        let stored = try store(candidate, revision, record.number, taken: Set(taken))
        record.state = .received
        record.claimedBy = nil
        let covering = record.origin.covering
        record.origin = Record.Origin(candidate, item)
        // What was asked for with the text before may hold for this one.
        if record.origin.covering == nil { record.origin.covering = covering }
        // Where a text was sealed before, that this one is not is told.
        record.proof = candidate.seal?.proof ?? record.proof.map { _ in .none }
        record.identities += candidate.identities
        record.revisions.append(Record.Revision(file: "\(revision).md", by: nil, time: now.iso))
        // What came before and is not replaced stays where the text names it, or where its author sent the text alone.
        let (came, text) = (Set(candidate.files.map(\.name)), String(decoding: candidate.text, as: UTF8.self))
        let kept = record.files.filter { !came.contains($0.name) && (came.isEmpty || text.names($0.name)) }
        record.files = stored.files + kept
        record.leftOut = Record.LeftOut.all(of: candidate)
        record.history.append(
            Record.Event(entry: entry, time: now.iso, by: answerer, action: .rejoin, before: .returned, reasons: [], words: nil))
        try add(record, stored.changes, candidate, item, source, revision: revision)
        note(.rejoined, candidate)
        drafts.append(
            LogEntry.Draft(by: answerer, .rejoin, submission: record.number, facts: ["text": record.digest(candidate.text)]))
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
            let isSavedByOutlook = candidate.letter?.nature.contains(.outlook) == true && item.name.lowercased().hasSuffix(".msg")
            let ending =
                candidate.letter == nil ? StoredName.make(item.name, endings: [], taken: []) : isSavedByOutlook ? "mail.msg" : "mail.eml"
            changes.append(.put(path: folder + "/source/\(revision)-" + ending, bytes: source, before: nil))
        }
        records.append(record)
        unscanned += candidate.files.enumerated().map { (records.count - 1, $0.offset, $0.element.bytes) }
    }

    private func store(
        _ candidate: Candidate, _ revision: Int, _ number: Int, taken: Set<String>
    ) throws(Failure) -> (files: [Record.StoredFile], changes: [Change]) {
        var taken = taken
        var stored: [Record.StoredFile] = []
        var changes: [Change] = []
        for file in candidate.files {
            let name = StoredName.make(file.name, endings: file.endings, taken: taken)
            taken.insert(name)
            stored.append(
                Record.StoredFile(
                    name: file.name, stored: name, size: file.bytes.count, type: file.type, endings: file.endings,
                    traits: file.traits.map(\.rawValue).sorted(), scan: nil))
            changes.append(.put(path: Record.folder(number) + "/files/" + name, bytes: file.bytes, before: nil))
        }
        return (stored, changes)
    }

    private mutating func salt() -> String {
        let number = { (generator: inout any RandomNumberGenerator) in String(generator.next() as UInt64, radix: 16) }
        return number(&generator) + number(&generator)
    }
}

extension Record.LeftOut {
    /// Of a mail or file that came beside a submission and is no part of it: it stands in what both came in.
    package static let besideIt = "attached-mail"

    private static let limit = 500

    fileprivate static func all(of candidate: Candidate) -> [Record.LeftOut] {
        let all =
            candidate.leftOut.map { Record.LeftOut(name: $0.name, reason: $0.reason.rawValue) }
            + candidate.leftBeside.map { Record.LeftOut(name: $0.beginning(200), reason: besideIt) }
        guard all.count > limit else { return all }
        let more = Record.LeftOut(name: "… (\(all.count - limit + 1))", reason: Opened.Refusal.Reason.tooMany.rawValue)
        return all.prefix(limit - 1) + [more]
    }
}

extension Record {
    /// What the names of its files may take, in bytes: a thousand long ones.
    private static let namesLimit = 3 << 20

    /// Whether a record can hold files of those names.
    fileprivate static func holds(_ names: [String]) -> Bool { names.reduce(0) { $0 + 2 * $1.utf8.count + 400 } <= namesLimit }
}
