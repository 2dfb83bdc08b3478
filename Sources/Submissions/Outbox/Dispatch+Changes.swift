package import Diagnostics
import Model
package import Quarantine

/// What becomes of mails beside being handed over.
extension Dispatch {
    /// Notes that a mail was sent by hand, or has arrived.
    package func mark(_ number: Int) throws(Failure) {
        var mail = try outbox.require(number)
        guard mail.state.isUnsent || mail.state == .sending else { throw Self.over(mail) }
        mail.state = .sent
        mail.sent = now.iso
        mail.by = moderator.name
        try commit(.sent, mail)
    }

    /// Takes a mail out that is never to be sent.
    package func drop(_ number: Int) throws(Failure) {
        let mail = try outbox.require(number)
        guard mail.state.isUnsent else {
            guard mail.state == .sending else { throw Self.over(mail) }
            throw Failure(
                "mail \(number) may have been sent: it was being handed over when a command was cut short",
                remedy: "`rostrum outbox mark \(number)` when it has arrived, `rostrum outbox send \(number)` to send it.")
        }
        let changes = try outbox.dropping(number, by: moderator.name, in: ledger)
        try ledger.commit([LogEntry.Draft(by: moderator.name, .drop, facts: ["mail": String(number)])], changes, at: now)
    }

    /// Takes a mail out by which nothing is left to tell, now that others have gone.
    ///
    /// - Returns: the last of those others; nil where they have not all gone, and where something else was done with the mail.
    package func dropOvertaken(_ mail: OutgoingMail) throws(Failure) -> Int? {
        let mails = try outbox.mails()
        guard mails.contains(mail), let later = mail.overtaker(among: mails.filter { $0.state == .sent }) else { return nil }
        try drop(mail.number)
        return later.number
    }

    /// Puts another text in place of a mail's. Throws where it was sent, or changed since.
    ///
    /// - Parameters:
    ///   - seen: the text that the moderator began with.
    ///   - quarantine: composes it.
    package func rewrite(_ number: Int, to text: String, seen: String, _ quarantine: Quarantine) throws(Failure) {
        var mail = try outbox.require(number)
        guard mail.state.isUnsent else { throw Self.over(mail) }
        guard mail.text == seen else {
            throw Failure(
                "mail \(number) was changed by somebody else while you wrote",
                remedy: "Look at it with `rostrum outbox show \(number)`, and put in what you changed once more.")
        }
        mail.text = PlainLines.several(text) + "\n"
        guard mail.text != "\n" else { throw Failure("the text is empty", remedy: "`rostrum outbox drop \(number)` takes the mail out.") }
        mail.html = nil  // both forms say the same
        mail.editedBy.append(moderator.name)
        let files = try mail.files.map { (file) throws(Failure) in try outbox.file(file, of: number) }
        let bytes = try quarantine.compose([try letterhead.draft(mail, files: files)])[0]
        let path = mail.folder + "/message.eml"
        try commit(.rewrite, mail, [.put(path: path, bytes: bytes, before: try ledger.hash(path))])
    }
}
