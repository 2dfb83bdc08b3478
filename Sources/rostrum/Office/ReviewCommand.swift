import ArgumentParser

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decide about what came in.",
        discussion: """
            Say who you are with --as, or set ROSTRUM_MODERATOR once. Every decision is on the disk and in the log before it is reported.
            """,
        subcommands: [
            ReviewClaimCommand.self, ReviewEditCommand.self, ReviewApproveCommand.self, ReviewReturnCommand.self, ReviewRejectCommand.self,
            ReviewScheduleCommand.self, ReviewUndoCommand.self, ReviewCorrectCommand.self,
        ])
}

/// The number of a submission, as an argument.
struct SubmissionArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The submission's number.", valueName: "number"))
    var number: Int
}
