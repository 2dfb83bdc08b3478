import ArgumentParser
import Diagnostics
import Submissions

struct OutboxShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a mail: to whom it goes, and what it says.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The mail's number.", valueName: "number"))
    var number: Int

    func run() throws {
        let outbox = try common.outbox()
        let mail = try outbox.require(number)
        if common.format == .json {
            let text =
                mail.isEmptied
                ? [] : ["\"text\":\(FindingWriter.quote(mail.text))", "\"file\":\(FindingWriter.quote(outbox.path(number)))"]
            return try Console.result("{" + (OutboxLine(mail).fields + text).joined(separator: ",") + "}")
        }
        guard !mail.isEmptied else {
            return try Console.result(
                "Mail \(number) is \(mail.state.rawValue); its text is gone, because it was dropped, or what it told of was purged.")
        }
        let page = PageLines.ofTerminal
        let name = mail.name.isEmpty ? "" : " (\(PageLines.value(mail.name)))"
        var lines = ["Mail \(number)", page.paragraph("It is \(mail.state.words).", first: "  ", rest: "  ")]
        lines.append(page.paragraph("To: \(PageLines.value(mail.to))\(name)", first: "  ", rest: "    "))
        lines.append(page.paragraph("Subject: \(mail.subject)", first: "  ", rest: "    "))
        if !mail.submissions.isEmpty { lines.append("  Of submission: " + mail.submissions.map(String.init).joined(separator: ", ")) }
        for file in mail.files { lines.append("  With the file: " + PageLines.value(file.name)) }
        lines.append("  " + outbox.path(number))
        let text = mail.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { page.paragraph(String($0), first: "  │ ", rest: "  │ ") }
        try Console.result((lines + ["", "What it says"] + text).joined(separator: "\n"))
        guard mail.state.isUnsent, !common.quiet else { return }
        try Console.result("\nNext: rostrum outbox send \(number), rostrum outbox edit \(number) or rostrum outbox drop \(number)")
    }
}
