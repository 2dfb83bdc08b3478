import ArgumentParser
import Diagnostics
import Submissions

struct InboxDismissCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Remove what was set aside, once you have dealt with it.",
        discussion: "It does not come back with the next import.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("What `rostrum inbox list` calls it.", valueName: "id"))
    var ids: [String]

    func run() throws {
        let name = try moderator.moderator()
        guard let forum = try ForumFile.load(common).forum else {
            throw Failure("content/forum.yaml cannot be used as it is", remedy: "See what `rostrum check` says of it.")
        }
        let moderator = try Moderator(name, in: forum)
        let ledger = try common.ledger()
        for id in ids {
            try SetAside.dismiss(id, ledger: ledger, as: moderator, at: common.moment)
            try common.say("\(id) is dealt with, and gone.", json: "{\"id\":\(FindingWriter.quote(id)),\"dismissed\":true}")
        }
    }
}
