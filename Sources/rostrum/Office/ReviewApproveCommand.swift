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
            an entry of the library. Either all of it is written, or nothing.
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
        for number in numbers {
            let review = try session.review()
            let approval = try review.approval(number, opens: opens) { (submission, record) throws(Failure) in
                try session.remarks(submission, record, review)
            }
            if self.approval.dryRun {
                try session.show(approval, number)
                continue
            }
            Console.note(FindingWriter(format: common.format, colour: Console.colour(on: .notes)).write(approval.findings).utf8)
            try review.approve(approval, accepted: Set(self.approval.accept))
            let place = approval.placement?.place
            try common.say(
                "Submission \(number) is approved\(place.map { ", as \($0)" } ?? ""). The next `rostrum build` publishes it.",
                json: "{\"submission\":\(number),\"state\":\"approved\"\(place.map { ",\"place\":\(FindingWriter.quote($0))" } ?? "")}")
        }
    }
}

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
        let review = try session.review()
        let number = submission.number
        let approval = try review.approval(number, opens: on) { (submission, record) throws(Failure) in
            try session.remarks(submission, record, review)
        }
        if self.approval.dryRun { return try session.show(approval, number) }
        try review.schedule(approval, on: on, accepted: Set(self.approval.accept))
        try common.say(
            "Submission \(number) is approved for \(on). The first `rostrum build` on or after that day publishes it.",
            json: "{\"submission\":\(number),\"state\":\"scheduled\",\"due\":\"\(on)\"}")
    }
}
