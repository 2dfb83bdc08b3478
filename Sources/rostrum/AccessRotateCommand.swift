import Access
import ArgumentParser
import Diagnostics
import Model

struct AccessRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Make the keys anew, without taking a passphrase back.",
        discussion: """
            After somebody may have come by a passphrase or what it opens: issue that one again, then rotate. The next build seals \
            everything anew, everybody else keeps their passphrase. \
            With --secrets, after somebody may have seen the office: the office's own secrets are made anew as well, with them the key \
            that signs, and a new one for submissions; each passphrase must then be issued again, because what the office keeps of it is as good as the passphrase, and \
            the keys rotated once more when that is done. The names of files stay, so that links keep working.
            """)

    @OptionGroup var common: CommonOptions

    @Flag(help: "Make the office's own secrets anew as well.")
    var secrets = false

    func run() throws {
        guard try Keystore.exists(office: common.office()) else {
            throw Failure("there are no keys yet that could be made anew", remedy: "Name the forum with --root.")
        }
        var generator = SystemRandomNumberGenerator()
        let (now, secrets) = (common.moment, secrets)
        let holders = try Keystore.change(office: common.office(), ask: common.ask, using: &generator) {
            (keystore, generator) throws(Failure) in
            let rotated = try keystore.rotate(secrets: secrets, at: now, using: &generator)
            return (rotated, rotated.slots.map(\.holder))
        }
        let others = try OtherKeys(of: common.office())
        try common.say(try advice(holders), json: "{\"rotated\":true,\"secrets\":\(secrets)\(others.json)}")
        others.tell("in which the keys before these still count", common)
    }

    private func advice(_ holders: [Holder]) throws(Failure) -> String {
        if try ForumFile.gate(common) == .server {
            return """
                The keys are made anew. With `gate: server` nothing is sealed with them: a passphrase that somebody else may have seen is
                replaced by issuing it again. The office's own accounts at the server have new passwords\(secrets ? "" : " if --secrets is given"):
                  1. rostrum build      makes the lists of those who may sign in anew
                  2. bring the files of the office's folder htpasswd/ to the server, and run rostrum audit --url ADDRESS
                """
        }
        let steps =
            secrets
            ? """
              1. issue a new passphrase to each of these, and tell them:
            \(holders.map { "       " + $0.named }.joined(separator: "\n"))
              2. rostrum access rotate, when the last of them is issued: a site that was built before has given out its key
              3. rostrum build, which seals everything anew
              4. upload the whole site in place of the old one, and lock the office
              5. rostrum access submissions-key list, and retire the keys before the newest when nothing more comes that is sealed for them
            Until then, whoever saw the office can read the forum, and what is sealed for those keys, with what they saw of it.
            """
            : """
              1. rostrum build, which seals everything anew; everybody keeps their passphrase
              2. upload the whole site in place of the old one
            """
        return "The keys are made anew. They protect what is published when you have done this:\n" + steps
    }
}
