import ArgumentParser
import Diagnostics
import Model
import Submissions

/// What stands against an approval, and in spite of what it is given.
struct ApprovalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Approve in spite of this error of the checks; may be given several times.", valueName: "name"))
    var accept: [String] = []

    @Flag(help: "Show what would be written, and change nothing.")
    var dryRun = false

    func validate() throws {
        for name in accept where RemarkKind(rawValue: name) == nil {
            let meant = Suggestion.nearest(to: name, among: RemarkKind.allCases.map(\.rawValue)).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("There is no check \"\(name)\".\(meant)")
        }
    }
}

struct ReviewApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Put submissions into content/, to be published with the next build.",
        discussion: """
            A contribution gets the next number of its discussion, a topic becomes a discussion, a practice, tool, methodology or experience \
            an entry of the library. Either all of it is written, or nothing. Of several, those that cannot be approved are left and named.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("The submissions' numbers.", valueName: "number"))
    var numbers: [Int]

    @Option(
        help: ArgumentHelp("Of a topic: the day on which the discussion opens, as in 2026-12-07.", valueName: "day"), transform: Day.parse)
    var opens: Day?

    @OptionGroup var approval: ApprovalOptions

    func run() throws {
        let session = try ReviewSession(common, as: moderator)
        if numbers.count == 1 { return try approve(numbers[0], session) }
        var refused: [Int] = []
        for number in numbers {
            // The others are not to wait for one that cannot be approved.
            do {
                try approve(number, session)
            } catch let stop as ContentHasErrors {
                if let summary = stop.summary { Console.error(summary) }
                refused.append(number)
            } catch let failure as Failure {
                Console.error(failure)
                refused.append(number)
            }
        }
        guard !refused.isEmpty else { return }
        let list = refused.map(String.init).joined(separator: ", ")
        throw ContentHasErrors(summary: "\(refused.count) of \(numbers.count) not approved: \(list).")
    }

    private func approve(_ number: Int, _ session: ReviewSession) throws {
        let (review, examination) = try session.review()
        let approval = try review.approval(number, opens: opens, examination)
        if self.approval.dryRun { try session.show(approval, number) }
        try session.require(approval, self.approval)
        if self.approval.dryRun { return }
        let replies = try review.approve(approval, accepted: Set(self.approval.accept))
        // Those whom a withdrawal concerns are told of in its own report.
        let words = approval.withdrawal == nil ? replies.map { "\n" + $0.words }.joined() : ""
        try common.say(Self.said(approval, number) + words, json: Self.json(approval, number, replies.first))
        if let withdrawal = approval.withdrawal, let target = approval.submission.target {
            try WithdrawalReport(withdrawal, of: target, replies: replies, common: common).tell()
        }
    }
}

extension ReviewApproveCommand {
    /// What came of it, and what to do next.
    private static func said(_ approval: Review.Approval, _ number: Int) -> String {
        switch approval.submission.kind {
        case .invitation:
            return "Submission \(number) is approved. Now let the guest in:\n  " + approval.submission.invitationCommand
        case .removal: return "Submission \(number) is approved. `rostrum withdraw` with --purge removes the office's copies, too."
        default:
            let place = approval.placement.map { ", as \($0.place)" } ?? ""
            return "Submission \(number) is approved\(place). The next `rostrum build` publishes it."
        }
    }

    private static func json(_ approval: Review.Approval, _ number: Int, _ reply: ReplyOutcome?) -> String {
        var fields = ["\"submission\":\(number)", "\"state\":\"approved\""]
        if let place = approval.placement?.place { fields.append("\"place\":\(FindingWriter.quote(place))") }
        if approval.submission.kind == .invitation {
            fields.append("\"command\":\(FindingWriter.quote(approval.submission.invitationCommand))")
        }
        return "{" + fields.joined(separator: ",") + (reply?.json ?? "") + "}"
    }
}
