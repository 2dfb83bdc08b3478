import Access
import ArgumentParser
import Diagnostics
import Files
import Model

struct OfficeBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write the whole office into one sealed file.",
        discussion: """
            Sealed with a passphrase that you choose; it is asked for as that of `rostrum office lock` is, and may be the same. \
            Keep the file where a fire or a theft does not take the office with it, and the passphrase somewhere else.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Where it is written.", valueName: "file"), transform: NamedPath.parse)
    var file: String

    @Flag(help: "Take the place of a file that is there.")
    var replace = false

    func run() throws {
        let office = try common.office()
        guard try Keystore.exists(office: office) else {
            throw Failure("there are no keys in \(office), and nothing worth a backup", remedy: "Name the forum with --root.")
        }
        try common.place(file, for: .backup)
        if let obstacle = try NamedPath.obstacle(file), !replace || obstacle != "a file" {
            let other = obstacle == "a file" ? ", or let it be replaced with --replace" : ""
            throw Failure("there is already \(obstacle) \(file)", remedy: "Name another file\(other).")
        }
        var generator = SystemRandomNumberGenerator()
        let passphrase = try TypedPassphrase(file: common.passphraseFile).new("the backup \(file)")
        let summary = try OfficeBackup.write(office: office, to: file, passphrase: passphrase, at: common.moment, using: &generator)
        try common.say("\(file): \(Count.files(summary.files)) of \(office), opened again and found whole.", json: summary.json(file))
    }
}

struct OfficeRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put the office back from a backup.",
        discussion: """
            All of it or nothing. Passphrases that were taken back since the backup hold again: revoke them anew. Those issued since then \
            are lost: issue them anew.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), transform: NamedPath.parse)
    var file: String

    @Flag(help: "Only see whether it opens, to its end.")
    var check = false

    @Flag(help: "Put it in the place of the office that is there, which is kept beside it.")
    var replace = false

    func validate() throws {
        guard !(check && replace) else { throw ValidationError("Give either --check or --replace.") }
    }

    func run() throws {
        if check {
            let summary = try OfficeBackup.verify(file, ask: common.ask)
            return try common.say("\(file) is whole: \(Count.files(summary.files)).", json: summary.json(file))
        }
        let office = try common.office()
        let wasLocked = try isLocked(office)
        let aside = replace ? office + "." + common.moment.iso : nil
        if let aside, try FileSystem.look(aside) != nil {
            throw Failure("there is something in \(aside) already", remedy: "Name it otherwise, or remove it, and run the command again.")
        }
        let kept = try FileSystem.look(office) == nil ? nil : aside
        let summary = try OfficeBackup.restore(file, to: office, aside: aside, ask: common.ask)
        let locked = try isLocked(office)
        let old = kept.map { " What was there is in \($0): remove it when you no longer need it, for it holds keys." } ?? ""
        try common.say(
            "\(office) is restored: \(Count.files(summary.files)).\(old) Revoke again what was revoked since the backup, issue again what was issued, and run `rostrum access rotate`.",
            json: summary.json(file, ",\"locked\":\(locked)" + (kept.map { ",\"replaced\":\(FindingWriter.quote($0))" } ?? "")))
        if wasLocked, !locked, common.format == .text {
            Console.note(
                "ATTENTION: the keys in \(office) were locked, and are no longer: the backup is of a time when they were not. Lock them again "
                    + "with `rostrum office lock`.")
        }
    }
}

/// Whether an office has keys that can be looked at, and they are locked: what cannot is no reason to restore nothing.
private func isLocked(_ office: String) throws(Failure) -> Bool {
    let path = office + "/keystore.json"
    guard FileSystem.mayRead(path), try FileSystem.look(path)?.kind == .file else { return false }
    return try Keystore.isLocked(office: office)
}

extension OfficeBackup.Summary {
    /// - Parameter more: further fields, with a comma before them.
    fileprivate func json(_ file: String, _ more: String = "") -> String {
        "{\"backup\":\(FindingWriter.quote(file)),\"files\":\(files),\"bytes\":\(bytes)\(more)}"
    }
}
