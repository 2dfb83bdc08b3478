/// A mail that is to be written: what it says and to whom. `Quarantine.compose` makes its bytes.
package struct MailDraft: Sendable, Hashable {
    package let from: Letter.Mailbox
    /// At least one.
    package let to: [Letter.Mailbox]
    /// Where answers go; nil for `from`.
    package let replyTo: Letter.Mailbox?
    /// In one line; control characters become spaces.
    package let subject: String
    package let date: Date
    /// Without `<>`.
    package let messageID: String
    /// The identifier of the mail that this one answers, without `<>`; nil where it answers none.
    package let inReplyTo: String?
    /// The identifiers of the mails before it, the oldest first, without `<>`.
    package let references: [String]
    /// The language's tag, as in `fr`; nil where it is not told.
    package let language: String?
    /// In plain text, LF at the ends of lines.
    package let text: String
    /// The same in HTML; nil for a mail in plain text alone.
    package let html: String?
    package let attachments: [Attachment]
    /// Whether a program wrote it by itself: `Auto-Submitted: auto-replied` where it answers a mail, else `auto-generated`, RFC 3834, so that
    /// no other program answers.
    package let isAutomatic: Bool

    package init(
        from: Letter.Mailbox, to: [Letter.Mailbox], replyTo: Letter.Mailbox? = nil, subject: String, date: Date, messageID: String,
        inReplyTo: String? = nil, references: [String] = [], language: String? = nil, text: String, html: String? = nil,
        attachments: [Attachment] = [], isAutomatic: Bool = false
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.references = references
        self.language = language
        self.text = text
        self.html = html
        self.attachments = attachments
        self.isAutomatic = isAutomatic
    }

    /// A moment, as a header tells it.
    package struct Date: Sendable, Hashable {
        /// Since 1970.
        package let seconds: Int
        /// Seconds by which the clock there is ahead of UTC.
        package let offset: Int

        package init(seconds: Int, offset: Int) {
            self.seconds = seconds
            self.offset = offset
        }
    }

    /// A file that goes with it.
    package struct Attachment: Sendable, Hashable {
        /// The file's name, without folders.
        package let name: String
        /// The media type, as in `application/pdf`.
        package let type: String
        package let bytes: [UInt8]

        package init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }
}
