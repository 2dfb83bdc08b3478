import ArgumentParser
import Diagnostics
import Model
import Submissions

struct ReviewScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Approve a submission for a day to come.",
        discussion: "The first build on or after that day publishes it.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument

    @Option(help: ArgumentHelp("The day, as in 2026-12-07.", valueName: "day"), transform: Day.parse)
    var on: Day

    @OptionGroup var approval: ApprovalOptions

    func run() throws {
        let session = try ReviewSession(common, as: moderator)
        let (review, examination) = try session.review()
        let number = submission.number
        let approval = try review.approval(number, opens: on, examination)
        if self.approval.dryRun { try session.show(approval, number) }
        try session.require(approval, self.approval)
        if self.approval.dryRun { return }
        let reply = try review.schedule(approval, on: on, accepted: Set(self.approval.accept))
        try common.say(
            "Submission \(number) is approved for \(on). The first `rostrum build` on or after that day publishes it. "
                + (reply?.words ?? ""),
            json: "{\"submission\":\(number),\"state\":\"scheduled\",\"due\":\"\(on)\"\(reply?.json ?? "")}")
    }
}
