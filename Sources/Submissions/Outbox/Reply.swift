import Files
import Model

/// What somebody is to be told of their submission.
package struct Reply: Sendable {
    let kind: OutgoingMail.Kind
    /// Those that it is about, all of one mail; the first says to whom it goes. Not empty.
    let records: [Record]
    /// What the first says; nil for one that cannot be read any more.
    let submission: Submission?
    /// The number of the log's entry; 0 before that is known.
    private(set) var entry = 0
    /// Where it stands in the content; nil for what stands nowhere.
    var place: String?
    /// The languages in which there is a page of it.
    var languages: [Language] = []
    /// When it opens, or will be published.
    var day: Day?
    /// Identifiers of reasons in forum.yaml.
    var reasons: [String] = []
    /// What the moderator writes.
    var words: String?
    /// What checks say of it: all but notes is told.
    var remarks: [Remark] = []
    /// At whose request it was withdrawn.
    var requestedBy: Withdrawal.Requester?
    /// Whether it is told to somebody who asked for it in another submission: a correction, or a removal.
    var isRequest = false
    /// The text to work on and what came with it, where a text goes back to somebody whose passphrase is known; empty otherwise.
    var files: [FileBundle.File] = []
    /// The text as its author sent it last; told only where forum.yaml allows excerpts.
    var text: [UInt8] = []

    init(_ kind: OutgoingMail.Kind, _ records: [Record], _ submission: Submission?) {
        self.kind = kind
        self.records = records
        self.submission = submission
    }

    /// The same, of an entry of the log.
    func at(_ entry: Int) -> Reply {
        var reply = self
        reply.entry = entry
        return reply
    }
}

/// What came of a reply.
package enum ReplyOutcome: Sendable, Hashable {
    /// It is in the outbox, under this number; `isHeld` where nobody knows the address.
    case written(Int, isHeld: Bool)
    /// There is none, and why.
    case none(Reason)

    /// Why there is no reply.
    package enum Reason: Sendable, Hashable {
        /// forum.yaml has no address that the forum could write from.
        case noSender
        /// Neither the mail nor the fields have an address.
        case noAddress
        /// Mail cannot be sent to what they have.
        case badAddress
        /// A program wrote.
        case automatic
        /// It is the forum's own address.
        case ownAddress
    }

    /// The mail's number.
    package var number: Int? { if case .written(let number, _) = self { number } else { nil } }
}
