import ArgumentParser
import ContentStore
import Diagnostics
import Model

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new forum that can be built at once.",
        discussion: "The folder must be empty or not there yet. Its files explain themselves; begin with content/forum.yaml.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Where the forum is to be; the same as --root.", valueName: "folder"), transform: NamedPath.parse)
    var folder: String?

    func validate() throws {
        guard folder == nil || common.root == "." else { throw ValidationError("Give the folder once: by itself, or with --root.") }
    }

    func run() throws {
        let root = folder ?? common.root
        guard try ProgramPath.ownTheme() != nil else {
            throw Failure(
                "the theme that came with this program is not beside it, and a forum cannot be built without one",
                remedy: "Leave the program where it was built, and put a link to it on your path in place of a copy.")
        }
        guard let calendar = ForumCalendar("Europe/Zurich") else {
            throw Failure("this machine has no time zones", remedy: "Install the Debian package tzdata.")
        }
        try TemplateForum(root: root, today: calendar.day(of: common.moment)).write()
        switch common.format {
        case .json: try Console.result("{\"folder\":\(FindingWriter.quote(root))}")
        case .text where !common.quiet: try Console.result(Self.advice(root))
        case .text: break
        }
    }

    private static func advice(_ root: String) -> String {
        """
        A new forum is in \(root). Next:
          1. Write its name, members and rooms into \(root)/content/forum.yaml
          2. rostrum serve --root \(root)                         a look at it, which follows what you write
          3. rostrum access issue --root \(root) --member CODE    a passphrase for a Member State
          4. rostrum build --root \(root)                         the site
        """
    }
}
