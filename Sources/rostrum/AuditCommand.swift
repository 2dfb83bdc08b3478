import ArgumentParser
import Diagnostics
import Generator
import Glibc

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Take site/ apart: what is open in it, who opens what, and whether it is all there.",
        discussion: """
            Every file must be what content/ and the office make it, to the last byte; everything sealed is opened for whom it is meant, \
            and tried with the keys of others. Whatever is not understood is told. Nothing is written.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    func run() throws {
        let report = try Build(try common.settings(theme: theme)).audit()
        try common.report(report.findings, to: .results)
        switch common.format {
        case .json: try Console.result("{\"files\":\(report.files),\"objects\":\(report.objects)}")
        case .text where !common.quiet:
            try Console.result(
                "\(common.root)/site: \(Count.files(report.files)), \(report.objects) sealed objects in them; everything is as it must be.")
        case .text: break
        }
        withExtendedLifetime(report) { Glibc.exit(0) }
    }
}
