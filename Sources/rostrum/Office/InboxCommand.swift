import ArgumentParser

struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "Bring in what participants send, and look at it.",
        subcommands: [InboxImportCommand.self, InboxListCommand.self, InboxShowCommand.self, InboxDismissCommand.self])
}
