import ArgumentParser
import Submissions

struct InboxShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a submission.")
    @OptionGroup var common: CommonOptions
    func run() throws {}
}
