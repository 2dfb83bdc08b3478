import Access
import ArgumentParser
import Diagnostics
import Generator
import Model
import Quarantine
import Submissions

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take something that was posted out of the forum, at somebody's request.",
        discussion: """
            Only a notice stays, that something stood there. With --purge, every copy in the office and in the build's cache goes too, for \
            good. What readers see changes with the next build that is uploaded.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("A contribution (2026-014/0003), a discussion (2026-014) or an entry (library/NAME).", valueName: "place"))
    var place: String

    @Option(help: "Who asked for it: author, member or moderator.")
    var requestedBy: Withdrawal.Requester

    @Option(help: ArgumentHelp("Why; for the moderators, and never shown to readers.", valueName: "text"))
    var reason: String

    @Flag(help: "Remove every copy in the office and in the cache, too. This cannot be undone.")
    var purge = false

    @Flag(help: "Do not ask before a purge.")
    var yes = false

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Say why, with --reason.") }
    }

    func run() throws {
        let name = try moderator.moderator()
        if purge, !yes {
            let question = "Remove every copy of \(place), for good?"
            guard try Terminal.confirms(question, otherwise: "Add --yes to purge without being asked.") else {
                throw Failure("nothing was withdrawn")
            }
        }
        // The cache first, and no build until the text is gone, too: whatever ends this command, nothing is left in the cache alone.
        let lock = purge ? try Build.forgetEverything(root: common.root) : nil
        defer { withExtendedLifetime(lock) {} }
        let ledger = try common.ledger()
        let content = try common.content()
        let target = try WithdrawalTarget(place, in: content)
        let outcome = try Withdrawing(target, ledger, content: content, as: name, replies: purge ? nil : try common.replies(content.forum))
            .withdraw(
                requestedBy: requestedBy, reason: reason, purging: purge ? Quarantine(command: try ProgramPath.quarantine()) : nil)
        let copies = purge ? try OfficeCopies(of: try common.office()).all : []
        try WithdrawalReport(outcome, of: target.place, copies: copies, common: common).tell()
    }
}

extension Withdrawal.Requester: ExpressibleByArgument {}
