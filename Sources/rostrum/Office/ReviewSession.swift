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

    init(_ common: CommonOptions, as moderator: ModeratorOptions) throws {
        self.common = common
        name = try moderator.moderator()
        ledger = try common.ledger()
        roster = try common.roster()
    }

    /// With the content as it is now, and all checks.
    func review() throws -> (review: Review, examination: Examination) {
        let content = try common.content()
        return (
            try Review(ledger, content: content, roster: roster, as: name), try common.examination(content, Inbox(office: ledger.office))
        )
    }

    /// Shows what an approval would do.
    func show(_ approval: Review.Approval, _ number: Int) throws {
        try common.report(approval.findings, to: .results)
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
