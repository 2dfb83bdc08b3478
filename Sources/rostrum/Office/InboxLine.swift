import Diagnostics
import Model
import Submissions

/// A submission in one line.
struct InboxLine {
    private let record: Record
    private let submission: Submission?

    init(_ record: Record, _ submission: Submission?) {
        self.record = record
        self.submission = submission
    }

    /// Its number, how far it is, what it is and what it belongs to: what stands in columns.
    var cells: [String] {
        let place = record.place ?? submission?.discussion ?? submission?.room ?? submission?.target ?? ""
        let kind = isPurged ? "" : submission?.kind?.rawValue ?? "text"
        return [String(record.number), isPurged ? "purged" : record.state.short, kind, PageLines.value(place)]
    }

    /// Who sent it, who has it and for when it is; empty where nothing is known.
    var about: String {
        let parts = [record.proof?.short, who.map { "from \($0)" }, record.claimedBy.map { "with \($0)" }, record.due.map { "for \($0)" }]
        return parts.compactMap { $0.map(PageLines.value) }.joined(separator: "  ")
    }

    /// What it calls itself; empty where it has no title and no subject.
    var subject: String { PageLines.value(submission?.title ?? record.origin.subject ?? "") }

    /// What was purged has no text any more.
    private var isPurged: Bool { record.current == nil }

    /// Who sent it: the member and the name that the fields give, else the mail's sender.
    private var who: String? {
        let author = submission?.author
        let named = [author?.member, author?.name].compactMap { $0 }.joined(separator: ", ")
        return named.isEmpty ? record.origin.sender : named
    }

    var json: String {
        var fields = ["\"submission\":\(record.number)", "\"state\":\"\(record.state.rawValue)\""]
        let texts: [(String, String?)] = [
            ("kind", submission?.kind?.rawValue), ("place", record.place ?? submission?.discussion), ("member", submission?.author.member),
            ("sender", record.origin.sender), ("title", submission?.title ?? record.origin.subject), ("claimedBy", record.claimedBy),
            ("due", record.due), ("received", record.received),
        ]
        fields += texts.compactMap { name, value in value.map { "\"\(name)\":\(FindingWriter.quote($0))" } }
        if let proof = record.proof { fields.append("\"proof\":" + proof.json) }
        return "{" + fields.joined(separator: ",") + "}"
    }
}

extension SubmissionState {
    /// In one or two words, for a list.
    var short: String { self == .inReview ? "in review" : rawValue }
}
