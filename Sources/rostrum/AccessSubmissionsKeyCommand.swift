import Access
import ArgumentParser
import Diagnostics
import Model

/// The keys that participants seal for what they send.
struct AccessSubmissionsKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submissions-key", abstract: "Make, list and retire the keys that submissions are sealed for.",
        discussion: """
            The form seals what somebody writes in it for the newest of these keys, so that nobody but the office reads it on the way. The \
            keys before it still open what was sealed for them, for as long as they are kept.
            """,
        subcommands: [
            AccessSubmissionsKeyNewCommand.self, AccessSubmissionsKeyListCommand.self, AccessSubmissionsKeyRetireCommand.self,
        ])
}

struct AccessSubmissionsKeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a new key, which the form seals for from the next build on.",
        discussion: """
            Once a year, say, and whenever somebody may have seen the office. What was sealed for the keys before it still opens: forms that \
            participants took along go on sealing for the key that they were made with.
            """)

    @OptionGroup var common: CommonOptions

    func run() throws {
        try requireKeys(common)
        var generator = SystemRandomNumberGenerator()
        let now = common.moment
        let (id, count) = try Keystore.change(office: common.office(), ask: common.ask, using: &generator) {
            (keystore, generator) throws(Failure) in
            let changed = try keystore.addingSubmissionsKey(at: now, using: &generator)
            return (changed, (changed.submissionsKey?.id ?? "", changed.submissionsKeys.count))
        }
        let older =
            count == 1
            ? ""
            : """

            What was sealed for the keys before it still opens. When nothing more comes that was, retire them:
            rostrum access submissions-key list
            """
        try common.say(
            """
            The new key for submissions is \(id). Forms seal for it when you have done both:
              1. rostrum build      makes the form anew, with this key in it
              2. upload the whole site in place of the old one\(older)
            """, json: "{\"key\":\"\(id)\",\"made\":\"\(now.iso)\"}")
    }
}

struct AccessSubmissionsKeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the keys that submissions are sealed for.",
        discussion: "One line for each, the oldest first: its name, when it was made, and which of them the form has after a build.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        try requireKeys(common)
        let keystore = try Keystore.load(office: common.office(), ask: common.ask)
        if keystore.submissionsKeys.isEmpty, common.format == .text, !common.quiet {
            Console.note("There is none yet, and the form seals nothing. Make one: rostrum access submissions-key new")
        }
        for key in keystore.submissionsKeys {
            let isNewest = key == keystore.submissionsKey
            switch common.format {
            case .json: try Console.result("{\"key\":\"\(key.id)\",\"made\":\"\(key.made.iso)\",\"newest\":\(isNewest)}")
            case .text: try Console.result("\(key.id)\t\(key.made.iso)\t\(isNewest ? "in the form" : "kept")")
            }
        }
    }
}

struct AccessSubmissionsKeyRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Remove a key: what was sealed for it can no longer be opened.",
        discussion: """
            Whoever comes by the office later cannot read what was sealed for it either, wherever a copy of that lies. What was imported \
            before stays in the office. Copies of the keys in office/backups that still have it are removed.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The key's name: sixteen digits, as `rostrum access submissions-key list` shows them.", valueName: "id"))
    var id: String

    @Flag(help: "Also when there is no other: the form then seals nothing.")
    var last = false

    func run() throws {
        try requireKeys(common)
        var generator = SystemRandomNumberGenerator()
        let (now, id, last) = (common.moment, id.lowercased(), last)
        let (wasNewest, newest) = try Keystore.change(office: common.office(), ask: common.ask, using: &generator) {
            (keystore, _) throws(Failure) in
            let changed = try keystore.retiringSubmissionsKey(id, last: last, at: now)
            return (changed, (keystore.submissionsKey?.id == id, changed.submissionsKey?.id))
        }
        let others = try OtherKeys(of: common.office())
        let left = newest.map { "\"\($0)\"" } ?? "null"
        try common.say(advice(wasNewest, newest), json: "{\"retired\":\"\(id)\",\"newest\":\(left)\(others.json)}")
        others.tell("in which this key is still kept", common)
    }

    private func advice(_ wasNewest: Bool, _ newest: String?) -> String {
        let form =
            newest == nil
            ? """

            There is no key left. Until you make one (`rostrum access submissions-key new`) and build, what the form on the site seals
            can be opened by nobody: run `rostrum build` and upload the site, so that it seals nothing.
            """
            : wasNewest
                ? """

                The form on the site still seals for it. Do both now:
                  1. rostrum build      makes the form anew, with the key \(newest ?? "")
                  2. upload the whole site in place of the old one
                """ : ""
        return """
            The key \(id) is retired. Submissions that were sealed for it, and are not imported yet, can no longer be opened;
            `rostrum inbox show` says of those that come what they are. Backups of the office that are older still have it: make a new one with
            `rostrum office backup`, and destroy those.\(form)
            """
    }
}

/// Throws where an office has no keys at all: those of a new one come with the first passphrase.
private func requireKeys(_ common: CommonOptions) throws(Failure) {
    guard try Keystore.exists(office: common.office()) else {
        throw Failure(
            "there are no keys yet",
            remedy: "Issue a first passphrase, as in `rostrum access issue --member CH`: a key for submissions comes with it.")
    }
}
