import ArgumentParser
import ContentStore
import Diagnostics
import Files
import Submissions

struct ReviewEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a submission's text or fields; what its author sent is kept.",
        discussion: """
            Opens the program that EDITOR names, or takes a file. Where a text came without fields, the editor has a form for them above it, \
            with what the mail tells filled in.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var submission: SubmissionArgument

    @Option(help: ArgumentHelp("A file with the whole text, in place of the editor; - for standard input.", valueName: "file"))
    var file: String?

    func run() throws {
        let name = try moderator.moderator()
        // The office is not held while somebody writes.
        let inbox = try common.inbox()
        let record = try inbox.require(number)
        guard let revision = record.current else { throw Failure("the text of submission \(number) was purged") }
        let before = try inbox.text(revision, of: number)
        let text: [UInt8]
        if let file { text = try TextInput.read(file) } else { text = try edited(before, record) }
        guard text != before else { return try common.say("Nothing was changed.", json: "{\"submission\":\(number),\"changed\":false}") }
        do throws(Failure) {
            try Review(try common.ledger(), content: try common.content(), roster: .init(), as: name).edit(
                number, to: text, seen: revision.file)
        } catch {
            guard file == nil else { throw error }
            let kept = try Editor.keep(text, name: "submission-\(number).md")
            throw Failure(
                error.message, remedy: [error.remedy, "What you wrote is kept in \(kept)."].compactMap { $0 }.joined(separator: " "))
        }
        try common.say(
            "Submission \(number) has a new text; what its author sent is kept. Next: rostrum inbox show \(number)",
            json: "{\"submission\":\(number),\"changed\":true}")
    }
}

extension ReviewEditCommand {
    /// The text as the editor left it.
    private func edited(_ text: [UInt8], _ record: Record) throws -> [UInt8] {
        let name = "submission-\(number).md"
        guard let form = try SubmissionForm(text, of: record, in: try common.content(), try common.roster()) else {
            return try Editor.edit(text, name: name)
        }
        let written = try Editor.edit(form.bytes, name: name)
        guard written != form.bytes else { return text }
        guard let filled = SubmissionForm.filled(written) else {
            let kept = try Editor.keep(written, name: name)
            throw Failure(
                "the form's first line --- or its last is missing, and nothing was changed",
                remedy: "Leave both as they are. What was written is kept in \(kept).")
        }
        return filled
    }

    private var number: Int { submission.number }
}

/// A text that a command takes from a file or from standard input.
enum TextInput {
    private static let limit = 1 << 20

    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]?
        if path == "-" { bytes = try StandardInput.all(limit: limit) } else { bytes = try FileSystem.read(path, limit: limit) }
        guard let bytes else {
            throw Failure("\(path == "-" ? "standard input" : path) holds more than a megabyte", remedy: "Write it shorter.")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure("\(path) is no text in UTF-8", remedy: "Save it as a text in UTF-8.")
        }
        return bytes
    }
}
