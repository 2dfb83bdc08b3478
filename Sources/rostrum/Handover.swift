import Access
import Diagnostics
import Model

/// What somebody signs in with.
struct Issued: Sendable {
    let passphrase: Passphrase
    /// The name that goes with it where a server asks for one; nil for a sealed site.
    let user: String?
}

/// Makes a passphrase and hands it over: printed, and in a letter where one was asked for. If that cannot be done, nothing is issued.
struct Handover {
    let holder: Holder
    /// A guest's.
    let invitation: Invitation?
    let common: CommonOptions
    let letter: LetterOptions

    func run() throws {
        let now = common.moment
        let gate = try ForumFile.gate(common)
        let letter = try self.letter.letter.map {
            try Letter($0, language: self.letter.language, holder: holder, invitation: invitation, common: common)
        }
        let deliver = { (issued: Issued) throws(Failure) in try hand(issued, letter) }
        var generator = SystemRandomNumberGenerator()
        try Keystore.change(office: common.office(), ask: common.ask, using: &generator, deliver: deliver) {
            (keystore, generator) throws(Failure) in
            let (changed, passphrase) = try keystore.issue(holder, invitation: invitation, at: now, using: &generator)
            return (changed, Issued(passphrase: passphrase, user: gate == .server ? changed.userName(of: holder) : nil))
        }
        guard common.format == .text && !common.quiet else { return }
        let lists = gate == .server ? ", once the server has the lists that it makes" : ""
        Console.note("This passphrase is shown once and kept nowhere. It opens \(opened) after the next `rostrum build`\(lists).")
        if let file = self.letter.letter { Console.note("The letter is in \(file): print it, hand it over, and remove the file.") }
    }

    /// What it opens, in words.
    private var opened: String {
        guard case .guest(_, let discussion) = holder else { return "the forum" }
        return "the discussion \(discussion)" + (invitation?.until.map { " until \($0)" } ?? "")
    }

    /// Into the letter first: what was printed cannot be taken back.
    private func hand(_ issued: Issued, _ letter: Letter?) throws(Failure) {
        try letter?.write(issued)
        do {
            try show(issued)
        } catch {
            try letter?.remove()
            throw error
        }
    }

    private func show(_ issued: Issued) throws(Failure) {
        do {
            let text = (issued.user.map { "\($0)\t" } ?? "") + issued.passphrase.grouped
            try Console.result(common.format == .json ? json(issued) : text)
        } catch {
            throw Failure(
                "no passphrase was issued, because it could not be shown: \(error.message)",
                remedy: "One that was issued before is still the right one. Run the command again where its output can be read.")
        }
    }

    private func json(_ issued: Issued) -> String {
        let user = issued.user.map { ",\"user\":\(FindingWriter.quote($0))" } ?? ""
        return
            "{\(holder.json)\(invitation?.json ?? "")\(letterJSON)\(user),\"passphrase\":\(FindingWriter.quote(issued.passphrase.grouped))}"
    }

    private var letterJSON: String {
        letter.letter.map { ",\"letter\":\(FindingWriter.quote($0))" } ?? ""
    }
}
