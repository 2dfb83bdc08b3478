import ArgumentParser
import Diagnostics
import Submissions

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Look at the mails that tell participants what was decided, and send them.",
        discussion: """
            Each decision writes a mail into the office, in the language of whoever it goes to. Nothing leaves before `rostrum outbox send`.
            """,
        subcommands: [
            OutboxListCommand.self, OutboxShowCommand.self, OutboxEditCommand.self, OutboxSendCommand.self, OutboxMarkCommand.self,
            OutboxDropCommand.self,
        ])
}

/// The numbers of mails, as arguments.
struct MailArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("The mails' numbers.", valueName: "number"))
    var numbers: [Int]
}

extension CommonOptions {
    /// The mails, once what an earlier command has left half done is finished.
    func outbox() throws(Failure) -> Outbox {
        _ = try inbox()
        return Outbox(office: try office())
    }

    /// What a moderator does with mails, with the office held as long as this is.
    func dispatch(as moderator: ModeratorOptions, _ letterhead: Letterhead) throws -> Dispatch {
        let name = try moderator.moderator()
        return try Dispatch(try ledger(), letterhead, roster: try roster(), as: name, at: moment)
    }
}
