import ArgumentParser
import Diagnostics
import Generator

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for everything that is wrong in the forum's content and theme.",
        discussion: "Nothing is written. Every finding names its file, line and column, and what to do.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    func run() throws {
        let findings = try Build(try common.settings(theme: theme)).check()
        try common.report(findings)
        if common.format == .text && !common.quiet {
            try Console.result(
                findings.isEmpty ? "No errors and no warnings." : "No errors; \(findings.count) of the findings above are warnings.")
        }
    }
}
