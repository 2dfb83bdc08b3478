import ArgumentParser

/// Everything about who can unlock the forum: a command for each step in the life of a passphrase.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Decide who can unlock the forum, and keep the key that submissions are sealed for.",
        subcommands: [
            AccessIssueCommand.self, AccessInviteCommand.self, AccessListCommand.self, AccessRevokeCommand.self, AccessRotateCommand.self,
            AccessSubmissionsKeyCommand.self,
        ])
}
