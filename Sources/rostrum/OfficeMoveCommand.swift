import Access
import ArgumentParser
import Diagnostics

struct OfficeMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Take the office out of the forum's folder.",
        discussion: """
            To a disk that can be locked away, or where nobody uploads it by mistake. The forum keeps a file office.path that commands \
            follow. To bring it back, move it to office/ in the forum.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Where it is to be: empty, or not there yet.", valueName: "folder"), transform: NamedPath.parse)
    var folder: String

    func run() throws {
        let target = try common.place(folder, for: .office)
        try OfficeMove.move(root: common.root, to: target)
        try common.say("The office is in \(target).", json: "{\"office\":\(FindingWriter.quote(target))}")
    }
}
