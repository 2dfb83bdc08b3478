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
        /// It is larger than anything that is looked at, and was left where it is; it is noted in `office/inbox/unreadable/`.
        case tooLarge(source: String)

        /// Whether it came by a way on which nothing stays where it is, and was not kept.
        package var isLost: Bool {
            if case .tooLarge(let source) = self { source == "-" || source.hasPrefix("-, ") } else { false }
        }
    }

    /// - Parameter replies: writes to those from whom something comes; nil where nobody is written to.
    package init(
        ledger: Ledger, quarantine: Quarantine, scanner: VirusScanner?, now: Instant, replies: Replies? = nil,
        using generator: any RandomNumberGenerator
    ) throws(Failure) {
        self.replies = replies
        self.ledger = ledger
        self.quarantine = quarantine
        self.scanner = scanner
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
            let candidates = CandidateSearch.candidates(in: try beside(item, opened))
            if candidates.allSatisfy({ $0.isEmpty }) {
                try setAside(item, whole, SetAside.Reason(opened))
            } else {
                try receive(candidates, item, whole)
            }
        }
        items += 1
        bytes += whole.count
        if items >= Self.batch.items || bytes >= Self.batch.bytes { try write() }
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
