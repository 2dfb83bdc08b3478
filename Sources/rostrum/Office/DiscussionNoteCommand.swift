import ArgumentParser
import Diagnostics
import Model
import Submissions

struct DiscussionNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Add a moderator's note to a discussion, as its next contribution.",
        discussion: """
            Without --file, the program that EDITOR names opens. The note carries your name. The same note added twice is refused, so a \
            command that may not have come to its end can be repeated.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var discussion: DiscussionArgument

    @OptionGroup var text: DiscussionTextOption

    @Option(
        help: ArgumentHelp("The language of the note; the room's first where it is not said.", valueName: "language"),
        transform: Language.parse
    )
    var language: Language?

    @Option(help: ArgumentHelp("The guiding question that it is about, from 1.", valueName: "number"))
    var question: Int?

    @Option(help: ArgumentHelp("The contribution that it answers, as in 0003.", valueName: "number"))
    var replyTo: String?

    @OptionGroup var files: AttachOptions
    @OptionGroup var dryRun: DryRunOption

    func run() throws {
        let id = discussion.id
        let written = try text.written(name: "note-\(id).md") {
            _ = try common.moderation(as: moderator).note(of: id, in: nil)
            return []
        }
        if written.isUntouched { throw Failure("nothing was written, and no note was added") }
        try written.kept {
            let manuscript = try written.manuscript(common)
            let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
            let note = Moderation.Note(
                manuscript: manuscript, language: language, question: question, replyTo: replyTo,
                enclosures: try files.enclosures(session.moderation.content))
            let amendment = try session.moderation.note(note, in: id)
            try session.finish(amendment, done: "The note is added as \(amendment.place). The next `rostrum build` publishes it.")
        }
    }
}
