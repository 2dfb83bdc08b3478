import ArgumentParser
import Diagnostics
import Model
import Submissions

struct InboxShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a submission: what the checks say of it, its text, what moderators changed, and what to do next.",
        discussion: "For one that was returned or rejected, it ends with what to write to the author.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var submission: SubmissionArgument

    @Flag(help: "Show the text as its author sent it.")
    var original = false

    @Option(
        help: ArgumentHelp("The language in which the checks speak to you: one of the forum's.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    func run() throws {
        let office = try common.office()
        let inbox = try common.inbox()
        let record = try inbox.require(submission.number)
        guard let revision = original ? record.submitted : record.current else {
            return try Console.result(
                "Submission \(record.number) was purged; \(record.place.map { "it was \($0)" } ?? "it was never published").")
        }
        if original {
            let text = String(decoding: try inbox.text(revision, of: record.number), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return try Console.result(lines.map { PageLines.harmless(String($0)) }.joined(separator: "\n"))
        }
        let view = try SubmissionView(record, inbox: inbox, office: office, language: language, common: common)
        try Console.result(common.format == .json ? view.json : view.text)
    }
}
