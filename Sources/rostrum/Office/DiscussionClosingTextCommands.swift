import ArgumentParser
import Diagnostics
import Model
import Submissions

/// What writing a summary and writing an outcome share.
struct DiscussionClosingTextOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var discussion: DiscussionArgument

    @Option(
        help: ArgumentHelp("The language of the text; the room's first where it is not said.", valueName: "language"),
        transform: Language.parse
    )
    var language: Language?

    @OptionGroup var text: DiscussionTextOption
    @OptionGroup var dryRun: DryRunOption

    func write(_ kind: Moderation.ClosingText) throws {
        let id = discussion.id
        let written = try text.written(name: "\(kind.rawValue)-\(id).md") {
            try common.moderation(as: moderator).present(kind, of: id, in: language).bytes ?? []
        }
        if written.isUntouched { throw Failure("nothing was written, and the \(kind.rawValue) was not changed") }
        try written.kept {
            let manuscript = try written.manuscript(common)
            let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
            let language = try session.moderation.present(kind, of: id, in: language).language
            let amendment = try session.moderation.closingText(kind, of: id, in: language, manuscript, seen: written.template)
            try session.finish(
                amendment, done: "The \(kind.rawValue) of \(id) is written in \"\(language)\". The next `rostrum build` publishes it.",
                fields: ["\"language\":\(FindingWriter.quote(language.code))"])
        }
    }
}

struct DiscussionSummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary", abstract: "Write a discussion's closing summary, or another in its place.",
        discussion: """
            Without --file, the program that EDITOR names opens with the summary as it is. Translations of it are marked as outdated, and \
            named. A translation of a summary is added with `rostrum translate add`.
            """)

    @OptionGroup var options: DiscussionClosingTextOptions

    func run() throws { try options.write(.summary) }
}

struct DiscussionOutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Write what came of a discussion, or write it anew.",
        discussion: """
            Without --file, the program that EDITOR names opens with the text as it is. Translations of it are marked as outdated, and \
            named. A translation of it is added with `rostrum translate add`.
            """)

    @OptionGroup var options: DiscussionClosingTextOptions

    func run() throws { try options.write(.outcome) }
}
