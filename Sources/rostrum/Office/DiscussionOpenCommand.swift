import ArgumentParser
import Diagnostics
import Model
import Submissions

struct DiscussionOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a discussion, today or on a day to come.",
        discussion: """
            It gets the next number of its year. Without --file, the program that EDITOR names opens with a form to fill in. A file may \
            begin with front matter that holds the title and the questions:

              ---
              title: After the course
              questions:
                - What do you do after a course?
              ---
              Many offices …

            Until a discussion opens, readers see its title, its categories and its day; with --unannounced, nothing. The same discussion \
            opened twice is refused, so a command that may not have come to its end can be repeated.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Option(help: ArgumentHelp("The room, as content/forum.yaml names it.", valueName: "room"))
    var room: String

    @Option(help: ArgumentHelp("A category, as content/forum.yaml names it; may be given several times.", valueName: "category"))
    var category: [String]

    @Option(help: ArgumentHelp("The title; else the file's.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("A guiding question; may be given several times, in their order. Else the file's.", valueName: "text"))
    var question: [String] = []

    @OptionGroup var text: DiscussionTextOption

    @Option(
        help: ArgumentHelp("The language of the note; the room's first where it is not said.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    @Option(help: ArgumentHelp("The day or time at which it opens; today where it is not said.", valueName: "day"), transform: Moment.parse)
    var opens: Moment?

    @Option(help: ArgumentHelp("The last day, or the time at which it closes.", valueName: "day"), transform: Moment.parse)
    var closes: Moment?

    @Option(help: ArgumentHelp("The member who proposed the topic, by its code.", valueName: "member"))
    var proposedBy: String?

    @Flag(help: "Guests may be invited to it.")
    var guests = false

    @Option(help: ArgumentHelp("A discussion of the same topic in another room; may be given several times.", valueName: "discussion"))
    var parallel: [String] = []

    @Flag(help: "Show nothing of it before it opens, not even its title.")
    var unannounced = false

    @Flag(help: "Open it even if the day on which it opens is more than a week ago.")
    var yes = false

    @OptionGroup var files: AttachOptions
    @OptionGroup var dryRun: DryRunOption

    func run() throws {
        let written = try text.written(name: "discussion.md") {
            try requirePlace()
            return DiscussionForm(title: title, questions: question).bytes
        }
        if written.isUntouched { throw Failure("nothing was written, and no discussion was opened") }
        try written.kept {
            var note = try note(written)
            if let title { note.title = title }
            if !question.isEmpty { note.questions = question }
            guard note.title != nil else {
                throw Failure("the discussion has no title", remedy: "Add --title \"…\", or a line title: in the front matter of the file.")
            }
            try open(note)
        }
    }

    /// What was written. Where it cannot be read, what stands against the room, the category or the day is told at the same time.
    private func note(_ written: DiscussionText) throws -> Manuscript {
        do {
            return try written.manuscript(common, for: .discussion)
        } catch {
            do { try requirePlace() } catch let failure as Failure { Console.error(failure) }
            throw error
        }
    }

    /// Throws where a discussion cannot be opened there or then, whatever its text is.
    private func requirePlace() throws {
        let moderation = try common.moderation(as: moderator)
        try moderation.requireOpening(in: room, categories: category)
        if let opens, !yes { try moderation.requireRecent(opens) }
    }

    private func open(_ note: Manuscript) throws {
        let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
        let content = session.moderation.content
        let new = NewDiscussion(
            room: room, categories: category, note: note, language: language, opens: opens, closes: closes, proposedBy: proposedBy,
            guests: guests, parallel: parallel, announced: !unannounced, enclosures: try files.enclosures(content),
            isPastMeant: yes)
        let amendment = try session.moderation.opening(new)
        let day = content.day(of: opens ?? .day(content.today))
        let until = day > content.today ? (unannounced ? " Nothing of it is shown before." : " Until then readers see title and day.") : ""
        try session.finish(
            amendment,
            done: "Discussion \(amendment.place) \(day > content.today ? "opens on \(day)" : "is open").\(until) "
                + "The next `rostrum build` publishes it.",
            fields: ["\"opens\":\(FindingWriter.quote((opens ?? .day(day)).words))"])
    }
}

/// What the editor begins with for a new discussion.
struct DiscussionForm {
    let bytes: [UInt8]

    init(title: String?, questions: [String]) {
        var lines = ["---", "# The title of the discussion, in one line:", "title: " + FindingWriter.quote(title ?? "")]
        lines += ["# Guiding questions, as many as you like; take out those that you do not need:", "questions:"]
        lines += (questions.isEmpty ? ["", "", ""] : questions).map { "  - " + FindingWriter.quote($0) }
        lines += ["# Below the next line: the opening note, in Markdown.", "---", "", ""]
        bytes = [UInt8](lines.joined(separator: "\n").utf8)
    }
}
