import Access
import ContentStore
import Diagnostics
import Markdown
import Model
import Submissions

/// One run of a command that decides: the office is held from beginning to end, and the content read anew after each decision.
struct ReviewSession {
    let common: CommonOptions
    let ledger: Ledger
    private let name: String
    private let roster: Roster
    private let replies: Replies

    init(_ common: CommonOptions, as moderator: ModeratorOptions) throws {
        self.common = common
        name = try moderator.moderator()
        ledger = try common.ledger()
        roster = try common.roster()
        let forum = try common.forum()
        replies = try common.replies(forum, remarks: try common.remarkTexts(forum))
    }

    /// A submission as it stands.
    func waiting(_ number: Int) throws(Failure) -> Record { try Inbox(office: ledger.office).require(number) }

    /// With the content as it is now, and all checks.
    func review() throws -> (review: Review, examination: Examination) {
        let content = try common.content()
        return (
            try Review(ledger, content: content, roster: roster, as: name, replies: replies),
            try common.examination(content, Inbox(office: ledger.office))
        )
    }

    /// Says what an approval would leave wrong in the content, and throws where something stands against it.
    func require(_ approval: Review.Approval, _ options: ApprovalOptions) throws {
        Console.note(FindingWriter(format: common.format, colour: Console.colour(on: .notes)).write(approval.findings).utf8)
        if let obstacle = approval.obstacle(accepted: Set(options.accept)) { throw common.stop(obstacle) }
    }

    /// Shows what an approval would do.
    func show(_ approval: Review.Approval, _ number: Int) throws {
        for path in approval.withdrawal?.removed ?? [] {
            try Console.result(
                common.format == .json
                    ? "{\"submission\":\(number),\"path\":\(FindingWriter.quote(path)),\"removed\":true}" : "would remove \(path)")
        }
        if approval.submission.kind == .invitation, common.format == .text {
            try Console.result("would write nothing: the invitation is then made with `rostrum access invite`")
        }
        for change in approval.placement?.changes ?? [] {
            guard case .put(let path, let bytes, _) = change else { continue }
            if common.format == .json {
                try Console.result("{\"submission\":\(number),\"path\":\(FindingWriter.quote(path)),\"bytes\":\(bytes.count)}")
                continue
            }
            try Console.result("would write \(path) (\(bytes.count) bytes)")
            if path.hasSuffix(".md") || path.hasSuffix(".yaml") {
                try Console.result(FindingWriter.printableLines(String(decoding: bytes, as: UTF8.self)))
            }
        }
    }
}

extension CommonOptions {
    /// Ends a command that a submission's errors stand against.
    func stop(_ obstacle: Obstacle) -> ContentHasErrors {
        ContentHasErrors(summary: obstacle.message + ".\n" + obstacle.remedy)
    }
}
