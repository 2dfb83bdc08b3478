import Access
import ArgumentParser
import Diagnostics
import Model
import Quarantine
import Submissions

struct DiscussionAskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Write to somebody who may know: a question, with the form for the answer.",
        discussion: """
            For members of staff and invited experts, who can read the discussion. The mail goes into the outbox, in their language. Mail is \
            not sealed: the question stands in it, and what was said so far only with --with-excerpts.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var discussion: DiscussionArgument

    @Option(help: ArgumentHelp("The address of whoever is asked.", valueName: "address"))
    var to: String

    @Option(help: ArgumentHelp("The guiding question, from 1.", valueName: "number"))
    var question: Int?

    @Option(help: ArgumentHelp("What you ask or add, in your own words.", valueName: "text"))
    var words: String?

    @Option(
        help: ArgumentHelp("The language of the mail, where it is not that of whoever is asked.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    @Flag(help: "Tell what was said so far: the beginnings of the contributions, in a mail that is not sealed.")
    var withExcerpts = false

    func run() throws {
        let name = try moderator.moderator()
        let asked = try Question(
            discussion: discussion.id, number: question, to: to, words: words, language: language, withExcerpts: withExcerpts)
        guard let names = try common.pageNames() else {
            throw Failure(
                "the form has no address yet: the office has no keys, or they are locked",
                remedy: "Issue a passphrase first (`rostrum access issue`), or give that of the lock with --passphrase-file.")
        }
        let ledger = try common.ledger()
        let content = try common.content()
        let id = discussion.id
        let roster = try common.roster()
        if common.format == .text, !common.quiet, roster.readers[to.lowercased()] == nil {
            Console.note(
                "Nobody in the roster has the address \(PageLines.value(to)): the mail asks for an answer by mail. The form opens with a "
                    + "passphrase alone, which `rostrum access invite` makes for a guest; their address belongs in roster.yaml.")
        }
        let mail = try Moderation(content, as: name).ask(
            asked, try common.letterhead(content.forum), roster: roster,
            formPath: { isGuest in
                isGuest ? id + "/" + names.name(for: "guests/\(id)/form") : names.name(for: "form")
            }, through: ledger, Quarantine(command: try ProgramPath.quarantine()))
        if withExcerpts, common.format == .text, !common.quiet {
            Console.note("Mail is not sealed: whoever carries this one can read what is quoted in it.")
        }
        try common.say(
            "Mail \(mail.number) asks \(PageLines.value(mail.to)). Next: rostrum outbox show \(mail.number), then rostrum outbox send",
            json: "{\"mail\":\(mail.number),\"place\":\(FindingWriter.quote(id)),\"to\":\(FindingWriter.quote(mail.to))}")
    }
}
