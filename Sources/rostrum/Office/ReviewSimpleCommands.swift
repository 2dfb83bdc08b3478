import ArgumentParser
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
        discussion: "What was published cannot be taken back by this: see `rostrum withdraw`.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument

    func run() throws {
        let number = submission.number
        let state = try common.review(as: moderator).undo(number)
        try common.say(
            "The last decision about submission \(number) is taken back; it is \(state.words). Next: rostrum inbox show \(number)",
            json: "{\"submission\":\(number),\"state\":\"\(state.rawValue)\"}")
    }
}
