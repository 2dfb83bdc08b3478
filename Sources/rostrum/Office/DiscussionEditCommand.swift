import ArgumentParser
import Diagnostics
import Model
import Submissions

struct DiscussionEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a discussion's opening note or its facts.",
        discussion: """
            Without any option that says what is to change, the program that EDITOR names opens with the opening note. With --file, the \
            file's text takes the place of the note's; a title and questions in its front matter count too. Comments and the order of keys \
            stay as they are. Translations of a text that changes are marked as outdated, and named.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var discussion: DiscussionArgument

    @Option(
        help: ArgumentHelp("The language of the opening note; the room's first where it is not said.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    @OptionGroup var text: DiscussionTextOption

    @Option(help: ArgumentHelp("Another title.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("A guiding question; all of them are given, in their order.", valueName: "text"))
    var question: [String] = []

    @Option(
        help: ArgumentHelp(
            "A question in another language; all of them are given where their number changes, as in --question-in \"fr=Que faites-vous ?\".",
            valueName: "language=text"), transform: DiscussionEditCommand.translated)
    var questionIn: [TranslatedQuestion] = []

    @Option(help: ArgumentHelp("A category; all of them are given.", valueName: "category"))
    var category: [String] = []

    @Option(help: ArgumentHelp("Another day or time at which it opens.", valueName: "day"), transform: Moment.parse)
    var opens: Moment?

    @Option(help: ArgumentHelp("Another last day, or time at which it closes.", valueName: "day"), transform: Moment.parse)
    var closes: Moment?

    @Option(help: "Whether guests may be invited to it.")
    var guests: DiscussionAnswer?

    @Option(help: "Whether its title is shown before it opens.")
    var announce: DiscussionAnswer?

    @Option(help: ArgumentHelp("A discussion of the same topic in another room; all of them are given.", valueName: "discussion"))
    var parallel: [String] = []

    @OptionGroup var dryRun: DryRunOption

    /// Whether the call says what is to change, so that no editor is needed.
    private var saysWhat: Bool {
        text.file != nil || title != nil || !question.isEmpty || !questionIn.isEmpty || !category.isEmpty || opens != nil || closes != nil
            || guests != nil
            || announce != nil || !parallel.isEmpty
    }

    func run() throws {
        var edit = DiscussionEdit()
        edit.language = language
        edit.title = title
        edit.questions = question.isEmpty ? nil : question
        for question in questionIn { edit.translatedQuestions[question.language, default: []].append(question.text) }
        edit.categories = category.isEmpty ? nil : category
        edit.opens = opens
        edit.closes = closes
        edit.guests = guests.map { $0 == .yes }
        edit.announced = announce.map { $0 == .yes }
        edit.parallel = parallel.isEmpty ? nil : parallel
        if saysWhat {
            if text.file != nil { edit.note = .text(try text.written(name: "") { [] }.manuscript(common)) }
            return try finish(edit)
        }
        let seen = try common.moderation(as: moderator).note(of: discussion.id, in: language).bytes
        let written = try text.written(name: "\(discussion.id).md") { seen }
        if written.isUntouched {
            return try common.say("Nothing was changed.", json: "{\"place\":\(FindingWriter.quote(discussion.id)),\"changed\":false}")
        }
        try written.kept {
            _ = try written.manuscript(common)
            edit.note = .file(written.bytes, seen: seen)
            try finish(edit)
        }
    }

    /// A question with its language.
    struct TranslatedQuestion: Sendable {
        let language: Language
        let text: String
    }

    private static func translated(_ argument: String) throws -> TranslatedQuestion {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let language = Language(validating: parts[0]) else {
            throw ValidationError("Write the language and the question, as in \"fr=Que faites-vous ?\".")
        }
        return TranslatedQuestion(language: language, text: parts[1])
    }

    private func finish(_ edit: DiscussionEdit) throws {
        let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
        try session.finish(
            try session.moderation.editing(discussion.id, edit),
            done: "Discussion \(discussion.id) is changed. The next `rostrum build` publishes it.")
    }
}
