import Diagnostics
package import Model
import Quarantine
package import Theme

/// What all mails of the forum have in common: who writes, in which languages, and what goes round the text.
package struct Letterhead: Sendable {
    let forum: Forum
    let calendar: ForumCalendar?
    let theme: Theme

    /// - Parameter theme: loaded for the forum's languages.
    package init(_ forum: Forum, _ theme: Theme) {
        self.forum = forum
        self.theme = theme
        calendar = ForumCalendar(forum.timeZone)
    }

    /// The address that the forum writes from; nil where forum.yaml has none that mail can be sent from.
    var address: String? { [forum.submissionsAddress, forum.contact].compactMap { $0 }.first(where: MailDraft.isAddress) }

    /// What makes an identifier of a mail the forum's own: the part behind the `@`.
    var host: String { MailHost.name(of: address ?? "") }

    /// Whether an address is the forum's own.
    func isOwn(_ address: String) -> Bool {
        [forum.submissionsAddress, forum.contact].contains { $0?.lowercased() == address.lowercased() }
    }

    func strings(_ language: Language) -> Strings { theme.strings(language) }

    func words(_ language: Language) -> Words { theme.words(language) }

    /// Whether mails can be written in a language.
    func has(_ language: Language) -> Bool { theme.languages.contains(language) }

    /// The forum's name.
    func title(_ language: Language) -> String { forum.title.title(in: language, else: forum.defaultLanguage).text }

    /// Seconds by which the forum's clock is ahead of UTC.
    func offset(at now: Instant) -> Int { calendar?.offset(at: now) ?? 0 }

    /// What is to be composed of a mail.
    ///
    /// - Parameter files: those that it names, in its order.
    func draft(_ mail: OutgoingMail, files: [[UInt8]]) throws(Failure) -> MailDraft {
        guard let address else {
            throw Failure(
                "the forum has no address to write from",
                remedy: "Add `submissions-address: forum@example.org` to content/forum.yaml, with the address that mail is answered at.")
        }
        let language = Language(validating: mail.language) ?? forum.defaultLanguage
        let date = Instant(iso: mail.made)?.seconds ?? 0
        return MailDraft(
            from: Letter.Mailbox(name: title(language), address: address), to: [Letter.Mailbox(name: mail.name, address: mail.to)],
            subject: mail.subject, date: MailDraft.Date(seconds: date, offset: mail.offset), messageID: mail.messageID,
            inReplyTo: mail.inReplyTo, references: mail.references, language: language.code, text: mail.text,
            html: mail.html ?? MailHTML.document(mail.text, title: MailDraft.line(mail.subject), language: language),
            attachments: zip(mail.files, files).map { MailDraft.Attachment(name: $0.name, type: $0.type, bytes: $1) },
            isAutomatic: mail.isAutomatic)
    }

    /// What puts mails into the outbox.
    ///
    /// - Parameters:
    ///   - mails: each with the files that it names, in its order.
    ///   - quarantine: composes them, all in one go.
    func changes(_ mails: [(mail: OutgoingMail, files: [[UInt8]])], _ quarantine: Quarantine) throws(Failure) -> [Change] {
        let drafts = try mails.map { (mail) throws(Failure) in try draft(mail.mail, files: mail.files) }
        var changes: [Change] = []
        for ((mail, files), bytes) in zip(mails, try quarantine.compose(drafts)) {
            changes += zip(mail.files, files).map { .put(path: mail.folder + "/files/" + $0.name, bytes: $1, before: nil) }
            changes.append(.put(path: mail.folder + "/message.eml", bytes: bytes, before: nil))
            changes.append(.put(path: mail.folder + "/record.json", bytes: try mail.written(), before: nil))
        }
        return changes
    }
}
