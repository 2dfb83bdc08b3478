import Access
import ArgumentParser
import Diagnostics
import Generator
import Model
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
        let outcome = try Withdrawing(target, ledger, content: content, as: name)
            .withdraw(requestedBy: requestedBy, reason: reason, purging: purge)
        try tell(outcome, others: purge ? try OfficeCopies(of: try common.office()).all : [])
    }

    private func tell(_ outcome: Withdrawing.Outcome, others: [String]) throws {
        Console.note(FindingWriter(format: common.format, colour: Console.colour(on: .notes)).write(outcome.findings).utf8)
        if common.format == .json { return try Console.result(json(outcome, others)) }
        guard !common.quiet else { return }
        try Console.result(
            "\(place) is withdrawn: " + (outcome.removed.isEmpty ? "it was before" : outcome.removed.joined(separator: ", ")))
        if !outcome.quoted.isEmpty {
            Console.note("These answer it, link to it or quote it; look at each: \(outcome.quoted.joined(separator: ", "))")
        }
        if !outcome.shared.isEmpty {
            Console.note("These stay, because other texts have them too: \(outcome.shared.joined(separator: ", "))")
        }
        if !outcome.fulfilled.isEmpty {
            let list = outcome.fulfilled.map(String.init).joined(separator: ", ")
            Console.note("Dealt with by this, because it asks for it: submission \(list).")
        }
        if outcome.findings.contains(where: { $0.kind.severity == .error }) {
            Console.note("Mend what is marked above, or the next build stops there, and the site stays as it is.")
        }
        if let purge = outcome.purge { tell(purge, others) }
        Console.note(
            """
            Readers see it until you have done both:
              1. rostrum build
              2. upload the whole site in place of the old one, as with `rostrum publish`
            """)
    }

    private func tell(_ purge: Withdrawing.Purge, _ others: [String]) {
        let gone = purge.submissions.map { "submission \($0)" } + purge.removed
        if !gone.isEmpty { Console.note("Gone from the office: \(gone.joined(separator: ", ")).") }
        if !purge.left.isEmpty {
            Console.note(
                "The same text stands in these, or came from the same sender and could not be read; look at each, for this did not touch "
                    + "them: \(purge.left.joined(separator: ", "))")
        }
        if !others.isEmpty {
            Console.note("Copies of the office hold it still: \(others.joined(separator: ", ")). Remove them when you no longer need them.")
        }
        Console.note(
            """
            What this cannot reach: the history of a repository that content/ is kept in, backups of the office that are
            older, mails, and what readers or the host have kept of earlier pages. Whoever kept old pages can open them
            with a passphrase of today; `rostrum access rotate` makes keys anew, so that what is uploaded from then on
            opens with the new ones alone.
            """)
    }

    private func json(_ outcome: Withdrawing.Outcome, _ others: [String]) -> String {
        func list(_ texts: [String]) -> String { "[" + texts.map(FindingWriter.quote).joined(separator: ",") + "]" }
        var fields = [
            "\"place\":\(FindingWriter.quote(place))", "\"removed\":\(list(outcome.removed))", "\"quoted\":\(list(outcome.quoted))",
            "\"shared\":\(list(outcome.shared))", "\"fulfilled\":[\(outcome.fulfilled.map(String.init).joined(separator: ","))]",
        ]
        if let purge = outcome.purge {
            fields.append("\"purged\":[\(purge.submissions.map(String.init).joined(separator: ","))]")
            fields.append("\"left\":\(list(purge.left + others))")
        }
        return "{" + fields.joined(separator: ",") + "}"
    }
}

extension Withdrawal.Requester: ExpressibleByArgument {}
