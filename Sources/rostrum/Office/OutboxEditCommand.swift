import ArgumentParser
import Diagnostics
import Quarantine
import Submissions

struct OutboxEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what a mail says, before it is sent.",
        discussion: "Opens the program that EDITOR names, or takes a file. Lines that begin with a hyphen and a space are a list.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("The mail's number.", valueName: "number"))
    var number: Int

    @Option(help: ArgumentHelp("A file with the whole text, in place of the editor; - for standard input.", valueName: "file"))
    var file: String?

    func run() throws {
        _ = try moderator.moderator()
        // The office is not held while somebody writes.
        let mail = try common.outbox().require(number)
        guard mail.state.isUnsent else { throw Failure("mail \(number) is \(mail.state.words)", remedy: "What is sent cannot be changed.") }
        let name = "mail-\(number).txt"
        let written: [UInt8]
        if let file { written = try TextInput.read(file) } else { written = try Editor.edit([UInt8](mail.text.utf8), name: name) }
        let text = String(decoding: written, as: UTF8.self)
        guard text != mail.text else { return try common.say("Nothing was changed.", json: "{\"mail\":\(number),\"changed\":false}") }
        do {
            let dispatch = try common.dispatch(as: moderator, try common.letterhead(try common.forum()))
            try dispatch.rewrite(number, to: text, seen: mail.text, Quarantine(command: try ProgramPath.quarantine()))
        } catch let failure as Failure where file == nil {
            let kept = try Editor.keep(written, name: name)
            throw Failure(
                failure.message, remedy: [failure.remedy, "What you wrote is kept in \(kept)."].compactMap { $0 }.joined(separator: " "))
        }
        try common.say(
            "Mail \(number) has a new text. Next: rostrum outbox show \(number)", json: "{\"mail\":\(number),\"changed\":true}")
    }
}
