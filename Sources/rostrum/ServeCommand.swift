import ArgumentParser
import Desk
import Diagnostics
import Files
import Foundation
import Generator
import Model

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the finished site/ to this machine alone.",
        discussion: "Stop it with Ctrl-C. Nobody else on the network can reach it.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Which port of localhost to use; 0 for any that is free.", valueName: "number"))
    var port: UInt16 = 8080

    func run() async throws {
        let folder = common.root + "/site"
        guard try FileSystem.look(folder + "/index.html") != nil else {
            throw Failure("there is no finished site in \(folder)", remedy: "Run `rostrum build` first.")
        }
        let settings = common.root + "/content/forum.yaml"
        let address = try FileSystem.look(settings) == nil ? "/" : ForumFile.load(common).forum?.baseURL ?? "/"
        let base = URL(string: address)?.path(percentEncoded: false) ?? "/"
        let quiet = common.quiet
        try await SiteServer(folder: folder, base: base, port: port, headers: ServerFiles.headers).run { (port) throws(Failure) in
            if !quiet { try Console.result("http://localhost:\(port)/ shows \(folder). Stop with Ctrl-C.") }
        }
    }
}
