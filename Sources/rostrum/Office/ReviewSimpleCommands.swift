import ArgumentParser
import Diagnostics
import Submissions

struct ReviewClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Take a submission in hand, so that other moderators know.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument

    @Flag(help: "Take it over from the moderator who has it.")
    var take = false

    func run() throws {
        let number = submission.number
        try common.review(as: moderator).claim(number, taking: take)
        try common.say(
            "Submission \(number) is with you. Next: rostrum inbox show \(number)",
            json: "{\"submission\":\(number),\"state\":\"in-review\"}")
    }
}

struct ReviewUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last decision about a submission back.",
        discussion:
            "The mail that tells its author is dropped, unless it was sent. What was published cannot be taken back by this: see `rostrum withdraw`."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument

    func run() throws {
        let number = submission.number
        let review = try common.review(as: moderator)
        let state = try review.undo(number)
        let office = try common.office()
        let mail = try Inbox(office: office).require(number).history.dropLast().last?.mail
        try common.say(
            "The last decision about submission \(number) is taken back; it is \(state.words). Next: rostrum inbox show \(number)",
            json: "{\"submission\":\(number),\"state\":\"\(state.rawValue)\"}")
        if let mail, let left = try Outbox(office: office).mail(mail), common.format == .text, !common.quiet {
            Console.note(
                left.state == .dropped
                    ? "Mail \(mail), which told its author, is dropped."
                    : "Mail \(mail) has told its author already, and nothing else is written to them: tell them yourself.")
        }
    }
}
