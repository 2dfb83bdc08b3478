package import Access
package import Diagnostics
import Files
package import Model
package import Quarantine

/// Gives the keys of an office; nil for an office that has none. Throws where they are locked and nobody opens them.
package typealias LoadKeys = () throws(Failure) -> Keystore?

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
    private var unsealer: Unsealer
    let now: Instant
    var known: KnownSubmissions
    var answer: Answer?
    private var items = 0
    private var bytes = 0
    var drafts: [LogEntry.Draft] = []
    var changes: [Change] = []
    var records: [Record] = []
    /// What a virus scanner is to look at: the index of the record, that of the file in it, and the file.
    var unscanned: [(record: Int, file: Int, bytes: [UInt8])] = []
    var pending: [Outcome] = []
    /// Writes to those from whom something came; nil where nobody is written to.
    let replies: Replies?
    /// Whom something is to be told.
    var letters: [Letter] = []
    var generator: any RandomNumberGenerator
    /// What came of each thing, in their order.
    package private(set) var outcomes: [Outcome] = []
    /// Why there are people who are not told that something of theirs came in.
    package internal(set) var unwritten: Set<ReplyOutcome.Reason> = []

    /// What came of one thing.
    package enum Outcome: Sendable, Hashable {
        /// A submission of that number was made of it.
        case received(number: Int, source: String)
        /// It joined the submission of that number, which had been returned.
        case rejoined(number: Int, source: String)
        /// It is the submission of that number, and was there before.
        case known(number: Int, source: String)
        /// It was set aside before.
        case setAsideBefore(source: String)
        /// It went to `office/inbox/unreadable/`.
        case setAside(SetAside.Reason, source: String)
        /// It is sealed, or something in it is, and the office's keys could not be used: it was left where it is.
        case locked(source: String)
        /// It is larger than anything that is looked at, and was left where it is; it is noted in `office/inbox/unreadable/`.
        case tooLarge(source: String)

        /// Whether it came by a way on which nothing stays where it is, and was not kept.
        package var isLost: Bool {
            switch self {
            case .tooLarge(let source), .locked(let source): source == "-" || source.hasPrefix("-, ")
            default: false
            }
        }
    }

    /// - Parameters:
    ///   - keys: of the office; asked for when a sealed submission is met, and not before.
    ///   - replies: writes to those from whom something comes; nil where nobody is written to.
    package init(
        ledger: Ledger, quarantine: Quarantine, scanner: VirusScanner?, keys: @escaping LoadKeys, now: Instant, replies: Replies? = nil,
        using generator: any RandomNumberGenerator
    ) throws(Failure) {
        self.replies = replies
        self.ledger = ledger
        self.quarantine = quarantine
        self.scanner = scanner
        unsealer = Unsealer(quarantine, keys: keys)
        self.now = now
        self.generator = generator
        known = try KnownSubmissions(try Inbox(office: ledger.office).records())
    }

    /// Imports one thing; it is on the disk when the next is far enough behind, or after `finish`.
    package mutating func add(_ item: IntakeItem) throws(Failure) {
        let whole: [UInt8]
        switch item.content {
        case .whole(let bytes): whole = bytes
        case .tooLarge(let head, let size): return try leave(item, head, size)
        }
        switch try quarantine.open(name: item.name, whole) {
        case .failure(let fault): try setAside(item, whole, SetAside.Reason(fault))
        case .success(let opened):
            // What a moderator says is the new text of a submission may have come before, as one of its own.
            if let unsealed = try unsealer.unseal(opened, knownTo: answer == nil ? known : nil) {
                try take(unsealed, item, whole)
            } else {
                pending.append(.locked(source: item.source))
            }
        }
        items += 1
        bytes += whole.count
        if items >= Self.batch.items || bytes >= Self.batch.bytes { try write() }
    }

    /// Why what is sealed was left where it is; nil where nothing was.
    package var failure: Failure? { unsealer.failure }

    private mutating func take(_ unsealed: Unsealed, _ item: IntakeItem, _ whole: [UInt8]) throws(Failure) {
        var candidates = CandidateSearch.candidates(in: try beside(item, unsealed.opened), seals: unsealed.seals)
        // What a covering letter covers came before.
        if !unsealed.known.isEmpty { candidates = candidates.filter(\.isWritten) }
        if !candidates.allSatisfy(\.isEmpty) {
            try receive(candidates, item, whole)
        } else if unsealed.known.isEmpty {
            try setAside(item, whole, SetAside.Reason(unsealed.opened))
        } else if !known.came(unsealed.known, in: unsealed.opened.letter) {
            // What is sealed in it came before, and not with what stands beside it now.
            if unsealed.opened.hasRefusals {
                try setAside(item, whole, SetAside.Reason(unsealed.opened))
            } else if unsealed.opened.saysMore, !known.arePurged(unsealed.known) {
                try setAside(item, whole, .besideKnown, of: unsealed.known)
            }
        }
        for number in Set(unsealed.known).sorted() { pending.append(.known(number: number, source: item.source)) }
    }

    /// Puts on the disk what is not there yet.
    package mutating func finish() throws(Failure) {
        try write()
        try requireAnswer()
    }

    private mutating func write() throws(Failure) {
        // All at once: asking the scanner takes longer than the scan.
        if let verdicts = try scanner?.scan(unscanned.map(\.bytes)) {
            for (thing, verdict) in zip(unscanned, verdicts) { records[thing.record].files[thing.file].scan = Record.Scan(verdict) }
        }
        try tell()
        for record in records { changes.append(try record.change(in: ledger)) }
        if !drafts.isEmpty { try ledger.commit(drafts, changes, at: now) }
        outcomes += pending
        (drafts, changes, records, letters, unscanned, pending, items, bytes) = ([], [], [], [], [], [], 0, 0)
    }

    /// What lies beside a text in its folder is opened too, where the text names it.
    private func beside(_ item: IntakeItem, _ opened: Opened) throws(Failure) -> Opened {
        guard !item.beside.isEmpty else { return opened }
        var files = opened.files
        var refusals = opened.refusals
        let texts = opened.texts.map { String(decoding: $0.bytes, as: UTF8.self) }
        for other in item.beside where texts.contains(where: { $0.names(other.name) }) {
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
}

extension Opened {
    /// Whether something in it was left out.
    fileprivate var hasRefusals: Bool { !refusals.isEmpty || inner.contains(where: \.hasRefusals) }

    /// The mail that it is; nil for anything else.
    fileprivate var letter: Letter? { if case .letter(let letter) = form { letter } else { nil } }

    /// Whether a mail says or brings something beside what is sealed in it.
    fileprivate var saysMore: Bool {
        if case .bundle = form { return false }
        return !files.isEmpty || letter != nil && texts.contains { !Candidate.isBlank($0.bytes) } || inner.contains(where: \.saysMore)
    }
}

extension Opened.Writing {
    fileprivate func names(_ file: String) -> Bool { String(decoding: bytes, as: UTF8.self).names(file) }
}

extension String {
    /// Whether this text names a file, as it is or as an address writes it.
    func names(_ file: String) -> Bool {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return contains(last) || contains(last.replacing(" ", with: "%20"))
    }
}
