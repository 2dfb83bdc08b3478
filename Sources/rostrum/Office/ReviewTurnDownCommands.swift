import ArgumentParser
import Diagnostics
import Submissions

/// Why something is sent back or turned down.
struct ReasonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A reason from the list in content/forum.yaml; may be given several times.", valueName: "name"))
    var reason: [String] = []

    @Option(help: ArgumentHelp("What you write to the author, in your own words.", valueName: "text"))
    var words: String?
}

struct ReviewReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Send a submission back to its author, to be changed.",
        discussion: """
            A mail goes into the outbox: with the reasons, with your words, and with what the checks ask of the author. What the author sends \
            then joins this submission's history.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument
    @OptionGroup var reasons: ReasonOptions

    func run() throws {
        let number = submission.number
        let session = try ReviewSession(common, as: moderator)
        let (review, examination) = try session.review()
        let record = try session.waiting(number)
        let reply = try review.turnDown(
            number, .return, reasons: reasons.reason, words: reasons.words, remarks: try examination.examine(record).remarks)
        try common.say(
            "Submission \(number) is returned. " + (reply?.words ?? ""),
            json: "{\"submission\":\(number),\"state\":\"returned\"\(reply?.json ?? "")}")
    }
}

struct ReviewRejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Turn submissions down, for good.",
        discussion: "Several at once are asked for first.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("The submissions' numbers.", valueName: "number"))
    var numbers: [Int]

    @OptionGroup var reasons: ReasonOptions

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
        let review = try common.review(as: moderator)
        if numbers.count > 1, !yes {
            let list = numbers.map(String.init).joined(separator: ", ")
            guard try Terminal.confirms("Reject \(numbers.count) submissions (\(list))?", otherwise: "Add --yes to reject them.") else {
                throw Failure("nothing was rejected")
            }
        }
        for number in numbers {
            let reply = try review.turnDown(number, .reject, reasons: reasons.reason, words: reasons.words)
            try common.say(
                "Submission \(number) is rejected. " + (reply?.words ?? ""),
                json: "{\"submission\":\(number),\"state\":\"rejected\"\(reply?.json ?? "")}")
        }
    }
}
