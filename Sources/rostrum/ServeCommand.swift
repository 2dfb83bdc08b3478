import ArgumentParser
import Desk
import Diagnostics
import Files
import Foundation
import Generator
import Model

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the forum to this machine alone, as its members see it, while you work on it.",
        discussion: """
            Open the address that it prints. What you save in content/ or in a theme shows in the browser a moment later. Where something is \
            wrong, the page stays as it was and lists what to mend. No passphrase is needed, and nothing is written. Stop it with Ctrl-C. \
            No other machine on the network can reach it.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Which port of localhost to use; 0 for any that is free.", valueName: "number"))
    var port: UInt16 = 8080

    @Option(help: ArgumentHelp("A theme in themes/ whose files go before those of wipo.", valueName: "name"))
    var theme: String?

    @Flag(help: "Show site/ as `rostrum build` left it: sealed, as readers get it.")
    var finished = false

    func validate() throws {
        if finished, theme != nil { throw ValidationError("--finished shows what was built, whatever the theme was: leave --theme out.") }
    }

    func run() async throws {
        if finished { try await serveSite() } else { try await servePreview() }
    }

    private func serveSite() async throws {
        let folder = common.root + "/site"
        guard try FileSystem.look(folder + "/index.html") != nil else {
            throw Failure("there is no finished site in \(folder)", remedy: "Run `rostrum build` first.")
        }
        try await server(SiteFiles(folder: folder)).run { [common] (port) throws(Failure) in
            if !common.quiet { try Console.result("http://localhost:\(port)/ shows \(folder). Stop with Ctrl-C.") }
        }
    }

    private func servePreview() async throws {
        let (format, quiet, content) = (common.format, common.quiet, common.root + "/content")
        // Nothing of the office is read, so it is no matter where it lies.
        let preview = try LivePreview(
            settings: { [common, theme] () throws(Failure) in try common.settings(theme: theme, office: common.root + "/office") },
            tell: { findings, failure in
                Console.note(FindingWriter(format: format, colour: Console.colour(on: .notes)).write(findings).utf8)
                if let failure { Console.error(failure) }
                if findings.isEmpty, failure == nil, !quiet { Console.note("No errors and no warnings any more.") }
            })
        let server = try server(preview)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await preview.follow() }
            group.addTask {
                try await server.run { (port) throws(Failure) in
                    if !quiet { try Console.result("http://localhost:\(port)/ shows \(content), and follows it. Stop with Ctrl-C.") }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func server(_ source: some LocalSource) throws -> LocalServer {
        let settings = common.root + "/content/forum.yaml"
        let address = try FileSystem.look(settings) == nil ? "/" : ForumFile.load(common).forum?.baseURL ?? "/"
        let base = URL(string: address)?.path(percentEncoded: false) ?? "/"
        return try LocalServer(base: base, port: port, headers: ServerFiles.headers, source: source)
    }
}
