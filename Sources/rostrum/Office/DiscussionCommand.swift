import ArgumentParser

struct DiscussionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discussion", abstract: "Plan, open and lead discussions.",
        discussion: """
            Say who you are with --as, or set ROSTRUM_MODERATOR once; `plan` needs no name. What is done is on the disk and in the log \
            before it is reported, and nothing is written that `rostrum check` would find errors in. With --dry-run, what would be written \
            is shown and nothing is changed.
            """,
        subcommands: [
            DiscussionPlanCommand.self, DiscussionOpenCommand.self, DiscussionEditCommand.self, DiscussionCloseCommand.self,
            DiscussionNoteCommand.self, DiscussionSummaryCommand.self, DiscussionOutcomeCommand.self,
            DiscussionAskCommand.self, DiscussionAskedCommand.self,
        ])
}

/// The number of a discussion, as an argument.
struct DiscussionArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The discussion's number, as in 2026-014.", valueName: "discussion"))
    var id: String
}

/// Whether something is only shown.
struct DryRunOption: ParsableArguments {
    @Flag(help: "Show what would be written, and change nothing.")
    var dryRun = false
}

/// An answer to an option.
enum DiscussionAnswer: String, ExpressibleByArgument, CaseIterable {
    case yes, no
}
