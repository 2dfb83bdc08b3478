import ArgumentParser

/// Everything about the moderators' folder as a whole.
struct OfficeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "office", abstract: "Look after the office: its lock, its backups, its place.",
        discussion: "Whoever loses the office loses every passphrase; whoever copies it can read the forum.",
        subcommands: [
            OfficeLockCommand.self, OfficeUnlockCommand.self, OfficeBackupCommand.self, OfficeRestoreCommand.self, OfficeMoveCommand.self,
        ])
}
