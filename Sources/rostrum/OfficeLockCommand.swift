import Access
import ArgumentParser
import Diagnostics

struct OfficeLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Lock the keys with a passphrase that you choose.",
        discussion: """
            From then on every command that needs the keys asks for it: on the terminal, unless it stands in the environment variable \
            ROSTRUM_PASSPHRASE or in a file that --passphrase-file names. If it is lost, so are the keys. The rest of the office, as \
            the roster, is not locked.
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        let office = try common.office()
        guard try !Keystore.isLocked(office: office) else {
            throw Failure("the keys in \(office) are locked already", remedy: "For another passphrase, run `rostrum office unlock` first.")
        }
        var generator = SystemRandomNumberGenerator()
        let passphrase = try TypedPassphrase(file: common.passphraseFile).new("the keys in \(office)")
        try Keystore.lock(office: office, with: passphrase, using: &generator)
        let others = try OtherKeys(of: office)
        try common.say("The keys in \(office) are locked.", json: "{\"locked\":true\(others.json)}")
        others.tell("whose keys are not locked by this", common)
    }
}

struct OfficeUnlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Take the lock away from the keys.",
        discussion: "Commands then use the keys without asking, and whoever can read the office has them.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let office = try common.office()
        guard try Keystore.isLocked(office: office) else { throw Failure("the keys in \(office) are not locked") }
        var generator = SystemRandomNumberGenerator()
        try Keystore.unlock(office: office, ask: common.ask, using: &generator)
        try common.say("The keys in \(office) are no longer locked.", json: "{\"locked\":false}")
    }
}
