/// What a mail says of itself. None of it is proven.
package struct Letter: Sendable, Hashable {
    /// In the order of the header `From`, then `Sender` where it differs.
    package let from: [Mailbox]
    /// Decoded, in one line; empty where there is none.
    package let subject: String
    /// Seconds since 1970 of the header `Date`; nil where there is none that can be read.
    package let date: Int?
    /// Without `<>`; nil where there is none.
    package let messageID: String?
    /// The identifiers in `In-Reply-To` and `References`, without `<>`, each once, at most 100.
    package let references: [String]
    /// What kind of mail it is, beside an ordinary one.
    package let nature: Set<Nature>

    package init(from: [Mailbox], subject: String, date: Int?, messageID: String?, references: [String], nature: Set<Nature>) {
        self.from = from
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.references = references
        self.nature = nature
    }

    /// Somebody's address, as written in a header.
    package struct Mailbox: Sendable, Hashable {
        /// Decoded; empty where there is none.
        package let name: String
        /// `person@example.org`; a domain in Unicode where it was written so.
        package let address: String

        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// What a mail can be beside an ordinary one.
    package enum Nature: String, Sendable, CaseIterable {
        /// `multipart/signed`; the signature is not verified.
        case signed
        /// Its text cannot be read without a key.
        case encrypted
        /// An invitation, or an answer to one: `text/calendar`.
        case calendar
        /// A delivery report: `multipart/report`, `message/delivery-status`, or an empty return path.
        case deliveryReport = "delivery-report"
        /// Written by a program, as an out-of-office reply: `Auto-Submitted` that is not `no`, and what stands for it.
        case automatic
        /// Its text and attachments were in a `winmail.dat`.
        case winmail
        /// It came as Outlook saves a mail, in a `.msg`.
        case outlook
    }
}
