import Access
import ArgumentParser
import ContentStore
import Diagnostics
import Model

struct AccessInviteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Let a guest into one discussion, at a Member State's request, and print their passphrase.",
        discussion: """
            It opens that discussion in all its languages with its attachments, the help and the terms, and nothing else. It is printed \
            once and stored nowhere. Inviting the same person again replaces it, and the day until which it holds.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The discussion's year and number, as in 2026-014.", valueName: "number"))
    var discussion: String

    @Option(help: ArgumentHelp("A name for the guest.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The code of the State that asks for it, as in CH.", valueName: "code"))
    var requestedBy: String

    @Option(
        help: ArgumentHelp("The last day on which it holds, as in 2026-12-31; without it, until it is revoked.", valueName: "day"),
        transform: Day.parse)
    var until: Day?

    @OptionGroup var letter: LetterOptions

    func run() throws {
        try ForumMembers.require(requestedBy, common)
        try requireGuests()
        let (forum, findings) = try ForumFile.load(common)
        guard let forum, let calendar = ForumCalendar(forum.timeZone) else { return try common.report(findings) }
        try Handover(
            holder: .guest(name: name, discussion: discussion),
            invitation: Invitation(requestedBy: requestedBy, until: until, calendar: calendar), common: common, letter: letter
        ).run()
    }

    /// Throws unless the discussion is there and takes guests.
    private func requireGuests() throws {
        let listing = try ContentLister(root: common.root).list()
        let folders = listing.folders.filter { $0.kind == .discussion }
        guard let folder = folders.first(where: { $0.id == discussion }) else {
            let hint = Suggestion.hint(for: discussion, among: folders.map(\.id))
            throw Failure("there is no discussion \"\(discussion)\" in this forum", remedy: hint)
        }
        let loaded = try ContentLoader(root: common.root) { Digest.sha256Hex($0) }.load(folder)
        guard case .discussion(let discussion) = loaded.item else {
            try common.report(loaded.findings)
            throw Failure("the discussion \(folder.id) cannot be read", remedy: "See what `rostrum check` says of it.")
        }
        guard discussion.withdrawal == nil else { throw Failure("the discussion \(folder.id) was withdrawn") }
        guard discussion.facts?.guests == true else {
            throw Failure(
                "the discussion \(folder.id) takes no guests",
                remedy: "If it should, write `guests: true` into \(folder.path)/discussion.yaml.")
        }
    }
}
