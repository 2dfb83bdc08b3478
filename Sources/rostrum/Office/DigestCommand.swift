import ArgumentParser
import Diagnostics
import Files
import Model
import Submissions

struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "Make the mail that tells what happened in some days.",
        discussion: """
            New discussions and their questions, contributions, library entries, summaries and outcomes, what closes or opens soon and what \
            nobody has answered. Days are whole, in the forum's time zone: a digest that begins on the day after the one before has everything \
            once. Where nothing happened, nothing is made.

            Without --language there is one for each language in which office/roster.yaml has members or staff with digest: true. It is written \
            as a file, addressed to the forum, to be sent on by hand; with --outbox each of these readers has a mail of their own waiting in \
            the outbox, with the replies to their State, and guests one of their discussions alone: `rostrum outbox send` sends them.

            Mail is not sealed. Without excerpts-in-mail: true in content/forum.yaml a digest has numbers with links, rooms, dates and counts, and \
            no title, no text and no name of a person or State.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Option(help: ArgumentHelp("The first day, as in 2026-11-16.", valueName: "day"), transform: Day.parse)
    var since: Day

    @Option(help: ArgumentHelp("The last day; without it, today.", valueName: "day"), transform: Day.parse)
    var until: Day?

    @Option(help: ArgumentHelp("The language; without it, those of the roster.", valueName: "code"))
    var language: Language?

    @Option(help: ArgumentHelp("Make the one of that State, with the replies to it.", valueName: "code"))
    var member: String?

    @Option(help: ArgumentHelp("The folder for the files; without it, this one.", valueName: "folder"), transform: NamedPath.parse)
    var output: String?

    @Flag(
        name: [.customLong("outbox"), .customLong("to-roster")],
        help: "Put a mail for each reader in the roster who wants digests into the outbox.")
    var outbox = false

    func validate() throws {
        if let until, until < since { throw ValidationError("--until must not be before --since.") }
        if outbox, output != nil { throw ValidationError("Give either --output or --outbox.") }
    }

    func run() throws {
        try DigestSession(self).run()
    }
}
