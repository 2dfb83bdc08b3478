import Access
import Diagnostics
import Model

/// Makes a passphrase and hands it over: printed, and in a letter where one was asked for. If that cannot be done, nothing is issued.
struct Handover {
    let holder: Holder
    /// A guest's.
    let invitation: Invitation?
    let common: CommonOptions
    let letter: LetterOptions

    func run() throws {
        let now = common.moment
        let letter = try self.letter.letter.map {
            try Letter($0, language: self.letter.language, holder: holder, invitation: invitation, common: common)
        }
        let deliver = { (passphrase: Passphrase) throws(Failure) in try hand(passphrase, letter) }
        var generator = SystemRandomNumberGenerator()
        try Keystore.change(office: common.office(), ask: common.ask, using: &generator, deliver: deliver) {
            (keystore, generator) throws(Failure) in
            try keystore.issue(holder, invitation: invitation, at: now, using: &generator)
        }
        guard common.format == .text && !common.quiet else { return }
        Console.note("This passphrase is shown once and kept nowhere. It opens \(opened) after the next `rostrum build`.")
        if let file = self.letter.letter { Console.note("The letter is in \(file): print it, hand it over, and remove the file.") }
    }

    /// What it opens, in words.
    private var opened: String {
        guard case .guest(_, let discussion) = holder else { return "the forum" }
        return "the discussion \(discussion)" + (invitation?.until.map { " until \($0)" } ?? "")
    }

    /// Into the letter first: what was printed cannot be taken back.
    private func hand(_ passphrase: Passphrase, _ letter: Letter?) throws(Failure) {
        try letter?.write(passphrase)
        do {
            try show(passphrase)
        } catch {
            try letter?.remove()
            throw error
        }
    }

    private func show(_ passphrase: Passphrase) throws(Failure) {
        do {
            try Console.result(common.format == .json ? json(passphrase) : passphrase.grouped)
        } catch {
            throw Failure(
                "no passphrase was issued, because it could not be shown: \(error.message)",
                remedy: "One that was issued before is still the right one. Run the command again where its output can be read.")
        }
    }

    private func json(_ passphrase: Passphrase) -> String {
        "{\(holder.json)\(invitation?.json ?? "")\(letterJSON),\"passphrase\":\(FindingWriter.quote(passphrase.grouped))}"
    }

    private var letterJSON: String {
        letter.letter.map { ",\"letter\":\(FindingWriter.quote($0))" } ?? ""
    }
}
