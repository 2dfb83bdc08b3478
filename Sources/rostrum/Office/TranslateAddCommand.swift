import ArgumentParser
import Diagnostics
import Model
import Submissions

/// The text that is translated, and the languages.
struct TranslateTextOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "2026-014 for an opening note, 2026-014/0003 for a contribution, 2026-014/summary, 2026-014/outcome, library/NAME, pages/NAME.",
            valueName: "text"))
    var text: String

    @Option(help: ArgumentHelp("The language of the translation.", valueName: "language"), transform: Language.parse)
    var to: Language

    @Option(
        help: ArgumentHelp("The language of the original, where the text has several.", valueName: "language"), transform: Language.parse)
    var from: Language?
}

struct TranslateAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put a translation in place, or a new one in place of an outdated one.",
        discussion: """
            Without --file, the program that EDITOR names opens with a form that holds the original. A file is one that `rostrum translate \
            template` has made, or a plain text; the title and questions of an opening note stand in its front matter, or behind --title \
            and --question. An original is never replaced. The translation carries the hash of its original, so that it is told when the \
            original changes.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var options: TranslateTextOptions
    @OptionGroup var text: DiscussionTextOption

    @Option(help: ArgumentHelp("The translated title; else the file's.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("A translated question; may be given several times, in their order. Else the file's.", valueName: "text"))
    var question: [String] = []

    @Option(help: ArgumentHelp("Who translated, as readers are to see it.", valueName: "name"))
    var by: String?

    @Flag(help: "A machine translated, and readers are told so.")
    var machine = false

    @Flag(help: "It is a translation of the original as it is now, even if the file says that it was begun before that changed.")
    var current = false

    @OptionGroup var dryRun: DryRunOption

    func run() throws {
        let name = try TextName(options.text)
        let written = try text.written(name: "translation-\(options.to).md") {
            let moderation = try common.moderation(as: moderator)
            try moderation.requireTranslation(of: name, to: options.to, from: options.from)
            return try Moderation.template(for: name, to: options.to, from: options.from, in: moderation.content)
        }
        if written.isUntouched { throw Failure("nothing was written, and no translation was added") }
        try written.kept {
            var manuscript = try written.manuscript(common)
            if let title { manuscript.title = title }
            if !question.isEmpty { manuscript.questions = question }
            let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
            let new = NewTranslation(
                text: name, to: options.to, from: options.from, manuscript: manuscript, by: by, machine: machine, current: current)
            let amendment = try session.moderation.translation(new)
            try session.finish(
                amendment,
                done: "The translation of \(amendment.place) into \"\(options.to)\" is in place. The next `rostrum build` publishes it.",
                fields: ["\"language\":\(FindingWriter.quote(options.to.code))"])
        }
    }
}
