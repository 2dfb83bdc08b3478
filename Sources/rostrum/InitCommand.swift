import ArgumentParser
import ContentStore
import Diagnostics

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new forum that can be built at once.",
        discussion: "The folder must be empty or not there yet. Its files explain themselves; begin with content/forum.yaml.")

    @Argument(help: ArgumentHelp("Where the forum is to be.", valueName: "folder"))
    var folder: String

    func run() throws {
        try TemplateForum.write(to: folder)
        Console.result(
            """
            A new forum is in \(folder). Next:
              1. Write its name, members and rooms into \(folder)/content/forum.yaml
              2. rostrum access issue --root \(folder) --member CODE    a passphrase for a Member State
              3. rostrum build --root \(folder)                         the site
              4. rostrum serve --root \(folder)                         a look at it
            """)
    }
}
