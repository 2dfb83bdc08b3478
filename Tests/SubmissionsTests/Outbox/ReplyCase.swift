import Model
import Quarantine

@testable import Submissions

/// A reply of each sort, to an invented submission.
struct ReplyCase {
    let name: String
    let reply: Reply

    static let all: [ReplyCase] = [
        ReplyCase("received", Reply(.received, [record(17)], contribution)),
        ReplyCase("received, several at once", Reply(.received, [record(17), record(18)], contribution)),
        ReplyCase("received, an invitation", Reply(.received, [record(17)], of(.invitation))),
        ReplyCase(
            "received, with a sealed file that does not open", Reply(.received, [record(17, leftOut: .sealedForLostKey)], contribution)),
        ReplyCase("received, with a file that is too large", Reply(.received, [record(17, leftOut: .tooLarge)], contribution)),
        ReplyCase("received once more", Reply(.rejoined, [record(17)], contribution)),
        ReplyCase("returned", returned),
        ReplyCase("returned, a removal", with(Reply(.returned, [record(17)], of(.removal))) { $0.words = "Which one?" }),
        ReplyCase(
            "rejected",
            with(Reply(.rejected, [record(17)], contribution)) {
                $0.reasons = ["off-topic"]
                $0.words = "First line.\n\n- Second\u{7} <line>\r\nThird"
            }),
        ReplyCase("rejected, an invitation", with(Reply(.rejected, [record(17)], of(.invitation))) { $0.words = "No seats." }),
        ReplyCase("approved", placed(.approved, contribution, "2026-014/0007")),
        ReplyCase("approved, a topic", with(placed(.approved, of(.topic), "2026-015")) { $0.day = Day("2026-12-01") }),
        ReplyCase("approved, an entry of the library", placed(.approved, of(.practice), "library/office-automation")),
        ReplyCase("approved, an invitation", placed(.approved, of(.invitation), "2026-014")),
        ReplyCase("approved, a removal", placed(.approved, of(.removal), "2026-014/0003")),
        ReplyCase("approved, a correction", with(placed(.approved, contribution, "2026-014/0007")) { $0.isRequest = true }),
        ReplyCase("scheduled", with(Reply(.scheduled, [record(17)], contribution)) { $0.day = Day("2026-12-07") }),
        ReplyCase("scheduled, a topic", with(Reply(.scheduled, [record(17)], of(.topic))) { $0.day = Day("2026-12-07") }),
        ReplyCase("published", placed(.published, contribution, "2026-014/0007")),
        ReplyCase("published, a topic", placed(.published, of(.topic), "2026-015")),
        ReplyCase("corrected", placed(.corrected, contribution, "2026-014/0007")),
        ReplyCase("withdrawn, as its author asked", with(placed(.withdrawn, contribution, "2026-014/0007")) { $0.requestedBy = .author }),
        ReplyCase("withdrawn, as a member asked", with(placed(.withdrawn, contribution, "2026-014/0007")) { $0.requestedBy = .member }),
        ReplyCase("withdrawn by a moderator", with(placed(.withdrawn, contribution, "2026-014/0007")) { $0.requestedBy = .moderator }),
    ]

    init(_ name: String, _ reply: Reply) {
        self.name = name
        self.reply = reply.at(40)
    }

    static let contribution = of(.contribution)

    /// With a reason of the forum, an error that quotes, one that does not, and a warning, which is not told.
    static let returned = with(Reply(.returned, [record(17)], contribution)) {
        $0.reasons = ["off-topic"]
        $0.remarks = [
            Remark(.unsafeLink, ["link": "ftp://secret.example.org"], line: 12), Remark(.termsNotAccepted),
            Remark(.tooShort, ["words": "4", "least": "20"]),
        ]
        $0.words = "A word of mine."
        $0.text = Array("---\nkind: contribution\n---\n\nWhat was sent.\n".utf8)
    }

    static func of(_ kind: SubmissionKind) -> Submission {
        var submission = Submission()
        submission.kind = kind
        submission.discussion = "2026-014"
        return submission
    }

    static func record(_ number: Int, leftOut: Opened.Refusal.Reason? = nil) -> Record {
        let origin = Record.Origin(
            source: "mail.eml", sender: "ana@example.org", senderName: "Ana Exemple", subject: "RE: Contribution",
            messageID: "m1@example.org",
            references: ["m0@example.org"], date: 1_795_767_300, nature: [], hasFields: true)
        return Record(
            number: number, state: .received, received: "2026-11-23T09:00:00Z", origin: origin, identities: [], salt: "00", revisions: [],
            files: [],
            leftOut: leftOut.map { [Record.LeftOut(name: "file.rostrum", reason: $0.rawValue)] } ?? [], history: [])
    }

    private static func placed(_ kind: OutgoingMail.Kind, _ submission: Submission, _ place: String) -> Reply {
        with(Reply(kind, [record(17)], submission)) {
            $0.place = place
            $0.languages = [Language("en"), Language("fr")]
        }
    }

    private static func with(_ reply: Reply, _ change: (inout Reply) -> Void) -> Reply {
        var reply = reply
        change(&reply)
        return reply
    }
}
