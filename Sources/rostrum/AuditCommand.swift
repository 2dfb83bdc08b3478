import ArgumentParser
import Diagnostics
import Generator
import Glibc
import Publishing

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Take site/ apart: what is open in it, who opens what, and whether it is all there.",
        discussion: """
            Every file must be what content/ and the office make it, to the last byte; everything sealed is opened for whom it is meant, \
            and tried with the keys of others. Whatever is not understood is told. Nothing is written.

            With `gate: server` in forum.yaml nothing is sealed, and the server alone keeps strangers out. Whether it does is seen with --url: \
            every path of the site is asked for there, without signing in, as a member and as a guest of each discussion.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    @Option(help: ArgumentHelp("Ask the server at this address whom it lets in; for `gate: server`.", valueName: "address"))
    var url: String?

    func run() throws {
        if let url { return try ask(try SiteAddress(url, option: "--url")) }
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

    private func ask(_ address: SiteAddress) throws {
        let served = try ServedSite(address)
        let (logins, findings) = try Build(try common.settings(theme: theme)).logins()
        guard let logins else { return try common.report(findings) }
        guard !logins.trees.isEmpty else {
            throw Failure(
                "the site of this forum is sealed: no server decides who may read it",
                remedy: "Compare what is served with what was built: `rostrum publish --verify \(address.text)`.")
        }
        let site = try FinishedSite(root: common.root, office: try common.office(), gate: .server)
        let trees = logins.trees.map { ServedSite.Tree(folder: $0.folder, list: $0.list) }
        let report = try served.audit(site.files, trees: trees, progress: common.quiet ? .silent : .terminal)
        try common.report(report.faults)
        let missing =
            "The site is not there yet: that strangers are kept out was seen, not that readers get in. Publish, and run this again."
        switch common.format {
        case .json:
            try Console.result("{\"requests\":\(report.requests),\"faults\":0,\"uploaded\":\(report.isUploaded)}")
        case .text where !report.isUploaded: try Console.result(missing)
        case .text where !common.quiet:
            try Console.result("\(address.text): \(report.requests) requests; whoever should be let in is, and nobody else.")
        case .text: break
        }
    }
}

extension CommonOptions {
    /// Prints what a server does otherwise than it should, and stops when there is anything: at most a hundred of each kind.
    func report(_ faults: [ServedSite.Fault]) throws {
        guard !faults.isEmpty else { return }
        for (kind, faults) in Dictionary(grouping: faults, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for fault in faults.prefix(FindingList.limit) {
                switch format {
                case .json:
                    let (path, message) = (FindingWriter.quote(fault.path), FindingWriter.quote(fault.message))
                    try Console.result("{\"is\":\"\(kind.rawValue)\",\"path\":\(path),\"message\":\(message)}")
                case .text: try Console.result("\(kind.rawValue) \(fault.path.isEmpty ? "/" : fault.path): \(fault.message)")
                }
            }
            if faults.count > FindingList.limit, format == .text {
                try Console.result("\(kind.rawValue): \(faults.count - FindingList.limit) more of these")
            }
        }
        let said = "The server does not let in those whom it should, and nobody else. See README, \"A host with a login of its own\"."
        throw ContentHasErrors(summary: format == .json ? nil : said)
    }
}
