import Diagnostics
import Submissions

/// What a withdrawal came to, and what is still to be done.
struct WithdrawalReport {
    private let outcome: Withdrawing.Outcome
    private let place: String
    private let copies: [String]
    private let replies: [ReplyOutcome]
    private let common: CommonOptions

    /// - Parameters:
    ///   - place: what was withdrawn, as the log names it.
    ///   - replies: what those are written whom it concerns; nil for what the outcome says.
    ///   - copies: copies of the office, which a purge does not reach.
    init(_ outcome: Withdrawing.Outcome, of place: String, replies: [ReplyOutcome]? = nil, copies: [String] = [], common: CommonOptions) {
        self.outcome = outcome
        self.place = place
        self.replies = replies ?? outcome.replies
        self.copies = copies
        self.common = common
    }

    /// Says it on standard output, and what depends on it on standard error.
    func tell() throws {
        Console.note(FindingWriter(format: common.format, colour: Console.colour(on: .notes)).write(outcome.findings).utf8)
        if common.format == .json { return try Console.result(json) }
        guard !common.quiet else { return }
        try Console.result(said)
        if !outcome.quoted.isEmpty {
            Console.note("These answer it, link to it or quote it; look at each: \(outcome.quoted.joined(separator: ", "))")
        }
        if !outcome.shared.isEmpty {
            Console.note("These stay, because other texts have them too: \(outcome.shared.joined(separator: ", "))")
        }
        if !outcome.fulfilled.isEmpty {
            let list = outcome.fulfilled.map(String.init).joined(separator: ", ")
            Console.note("Dealt with by this, because it asks for the same: submission \(list).")
        }
        if outcome.findings.contains(where: { $0.kind.severity == .error }) {
            Console.note("Mend what is marked above, or the next build stops there, and the site stays as it is.")
        }
        for reply in replies { Console.note(reply.words) }
        if let purge = outcome.purge { tell(purge) }
        Console.note(
            """
            Readers see it until you have done both:
              1. rostrum build
              2. upload the whole site in place of the old one, as with `rostrum publish`
            """)
    }

    /// What went, in words.
    var said: String {
        outcome.removed.isEmpty
            ? "\(place) is withdrawn; it was before."
            : "\(place) is withdrawn. A notice stands in its place; removed: \(outcome.removed.joined(separator: ", "))"
    }

    private func tell(_ purge: Withdrawing.Purge) {
        let gone = purge.submissions.map { "submission \($0)" } + purge.removed
        if !gone.isEmpty { Console.note("Gone from the office: \(gone.joined(separator: ", ")).") }
        if !purge.left.isEmpty {
            Console.note(
                "The same text stands in these, or came from the same sender and could not be read; look at each, for this did not touch "
                    + "them: \(purge.left.joined(separator: ", "))")
        }
        if !copies.isEmpty {
            Console.note("Copies of the office hold it still: \(copies.joined(separator: ", ")). Remove them when you no longer need them.")
        }
        Console.note(
            """
            What this cannot reach: the history of a repository that content/ is kept in, backups of the office that are
            older, mails, what you kept of a text in an editor, and what readers or the host have kept of earlier pages.
            Whoever kept old pages can open them with a passphrase of today; `rostrum access rotate` makes keys anew, so
            that what is uploaded from then on opens with the new ones alone.
            """)
    }

    private var json: String {
        func list(_ texts: [String]) -> String { "[" + texts.map(FindingWriter.quote).joined(separator: ",") + "]" }
        var fields = [
            "\"place\":\(FindingWriter.quote(place))", "\"removed\":\(list(outcome.removed))", "\"quoted\":\(list(outcome.quoted))",
            "\"shared\":\(list(outcome.shared))", "\"fulfilled\":[\(outcome.fulfilled.map(String.init).joined(separator: ","))]",
        ]
        let mails = replies.compactMap(\.number).map(String.init)
        if !mails.isEmpty { fields.append("\"mails\":[\(mails.joined(separator: ","))]") }
        if let purge = outcome.purge {
            fields.append("\"purged\":[\(purge.submissions.map(String.init).joined(separator: ","))]")
            fields.append("\"left\":\(list(purge.left + copies))")
        }
        return "{" + fields.joined(separator: ",") + "}"
    }
}
