import Access
import ArgumentParser
import Diagnostics
import Foundation

struct OfficeMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Take the office out of the forum's folder.",
        discussion: """
            To a disk that can be locked away, or where nobody uploads it by mistake. The forum keeps a file office.path that commands \
            follow. To bring it back, move it to office/ in the forum.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Where it is to be: empty, or not there yet.", valueName: "folder"))
    var folder: String

    func run() throws {
        let root = URL(fileURLWithPath: common.root).standardizedFileURL.resolvingSymlinksInPath().path
        let target = URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().path
        guard target == root + "/office" || !(target + "/").hasPrefix(root + "/") else {
            throw Failure(
                "\(folder) is in the forum's folder", remedy: "Name one outside of it, or \(root)/office to bring the office back.")
        }
        try OfficeMove.move(root: root, to: target)
        try common.say("The office is in \(target).", json: "{\"office\":\(FindingWriter.quote(target))}")
    }
}
