import Access
import ArgumentParser
import Diagnostics

struct AccessIssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Make a passphrase for a Member State or for someone of the staff, and print it.",
        discussion: """
            The passphrase is printed once and stored nowhere: write it into the letter now, or have the letter made with --letter. \
            Whoever had one before needs the new one as soon as the site has been built and uploaded again.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The State's code, as in CH.", valueName: "code"))
    var member: String?

    @Option(help: ArgumentHelp("A name for the person of the staff.", valueName: "name"))
    var staff: String?

    @OptionGroup var letter: LetterOptions

    func validate() throws {
        guard (member == nil) != (staff == nil) else { throw ValidationError("Give either --member CODE or --staff NAME.") }
    }

    func run() throws {
        let holder: Holder
        if let member {
            try ForumMembers.require(member, common)
            holder = .member(member)
        } else {
            holder = .staff(staff ?? "")
        }
        try Handover(holder: holder, invitation: nil, common: common, letter: letter).run()
    }
}
