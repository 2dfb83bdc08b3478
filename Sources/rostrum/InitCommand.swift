import ArgumentParser
import ContentStore
import Diagnostics
import Model

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new forum that can be built at once.",
        discussion: "The folder must be empty or not there yet. Its files explain themselves; begin with content/forum.yaml.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Where the forum is to be; the same as --root.", valueName: "folder"))
    var folder: String?

    func run() throws {
        let root = folder ?? common.root
        guard let calendar = ForumCalendar("Europe/Zurich") else {
            throw Failure("this machine has no time zones", remedy: "Install the Debian package tzdata.")
        }
        try TemplateForum(root: root, today: calendar.day(of: common.moment)).write()
        if common.quiet { return }
        try Console.result(
            """
            A new forum is in \(root). Next:
              1. Write its name, members and rooms into \(root)/content/forum.yaml
              2. rostrum access issue --root \(root) --member CODE    a passphrase for a Member State
              3. rostrum build --root \(root)                         the site
              4. rostrum serve --root \(root)                         a look at it
            """)
    }
}
