import ArgumentParser
import Diagnostics
import Model

/// What `CommonOptions` has, for a command whose results have more forms than two.
struct ReportOptions: ParsableArguments {
    @Option(help: "The forum's folder.", transform: NamedPath.parse)
    var root = "."

    @Option(help: ArgumentHelp("The time to take for now, as in 2026-11-23T09:00:00Z.", valueName: "time"), transform: Instant.parse)
    var now: Instant?

    @Option(help: "How the report is written: text, json, csv for spreadsheets, or html to be printed.")
    var format: ReportFormat = .text

    @Flag(help: "Say nothing but results and findings.")
    var quiet = false

    @Option(help: ArgumentHelp("A file with the passphrase that the office is locked with.", valueName: "file"), transform: NamedPath.parse)
    var passphraseFile: String?

    /// The same for what every command uses.
    var common: CommonOptions {
        var common = CommonOptions()
        common.root = root
        common.now = now
        common.format = format.findings
        common.quiet = quiet
        common.jobs = nil
        common.passphraseFile = passphraseFile
        return common
    }
}
