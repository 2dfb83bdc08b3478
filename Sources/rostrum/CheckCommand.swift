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
        let findings = try Build(try common.settings(theme: theme, office: common.root + "/office")).check()
        try common.report(findings, to: .results)
        guard common.format == .text && !common.quiet else { return }
        switch findings.count {
        case 0: try Console.result("No errors and no warnings.")
        case 1: try Console.result("No errors; 1 warning.")
        case let count: try Console.result("No errors; \(count) warnings.")
        }
    }
}
