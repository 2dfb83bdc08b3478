import Access
import ArgumentParser
import Diagnostics
import Model

struct AccessRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a passphrase back.",
        discussion: """
            For a Member State or someone of the staff, everything is sealed anew by the next build; for a guest, their discussion. The \
            others keep their passphrases. Copies of the keys in office/backups that would still open the forum for them are removed.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The State's code, as in CH.", valueName: "code"))
    var member: String?

    @Option(help: ArgumentHelp("The name of the person of the staff.", valueName: "name"))
    var staff: String?

    @Option(help: ArgumentHelp("The name of the guest; with --discussion.", valueName: "name"))
    var guest: String?

    @Option(help: ArgumentHelp("The discussion that the guest was invited to.", valueName: "number"))
    var discussion: String?

    func validate() throws {
        guard [member, staff, guest].count(where: { $0 != nil }) == 1, (guest == nil) == (discussion == nil) else {
            throw ValidationError("Give one of --member CODE, --staff NAME, or --guest NAME with --discussion NUMBER.")
        }
    }

    func run() throws {
        let holder: Holder =
            if let member { .member(member) } else if let guest { .guest(name: guest, discussion: discussion ?? "") } else {
                .staff(staff ?? "")
            }
        var generator = SystemRandomNumberGenerator()
        let now = common.moment
        guard try Keystore.exists(office: common.office()) else {
            throw Failure("nobody has a passphrase that could be taken back", remedy: "Name the forum with --root.")
        }
        try Keystore.change(office: common.office(), ask: common.ask, using: &generator) { (keystore, generator) throws(Failure) in
            (try keystore.revoke(holder, at: now, using: &generator), ())
        }
        let others = try OtherKeys(of: common.office())
        try common.say(try advice(holder), json: "{\(holder.json),\"revoked\":true\(others.json)}")
        others.tell("in which this passphrase still counts", common)
    }

    private func advice(_ holder: Holder) throws(Failure) -> String {
        if try ForumFile.gate(common) == .server {
            return """
                The passphrase of \(holder.named) is taken back. It opens what is published until you have done all of this:
                  1. rostrum build      makes the lists of those who may sign in anew
                  2. bring the files of the office's folder htpasswd/ to the server
                  3. rostrum audit --url ADDRESS      sees whether the server has them
                What was read, saved or copied before cannot be taken back. Backups of the office that are older still hold
                this passphrase: make a new one with `rostrum office backup`, and destroy those.
                """
        }
        let sealed = guest == nil ? "seals everything anew" : "seals the discussion \(discussion ?? "") anew"
        return """
            The passphrase of \(holder.named) is taken back. It opens what is published until you have done both:
              1. rostrum build      \(sealed); the others keep their passphrases
              2. upload the whole site in place of the old one
            What was read, saved or copied before cannot be taken back. Backups of the office that are older still hold
            this passphrase: make a new one with `rostrum office backup`, and destroy those.
            """
    }
}
