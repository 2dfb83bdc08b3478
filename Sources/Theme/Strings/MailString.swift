/// What mails to participants say: `strings/mail/<language>.yaml`.
package enum MailString: String, StringName, CaseIterable {
    // The frame of every mail
    case reply = "mail.subject.reply"
    case submission = "mail.subject.submission"
    case greeting = "mail.greeting"
    case closing = "mail.closing"
    case contact = "mail.contact"

    // What became of a submission
    case receivedText = "mail.received.text"
    case receivedAgain = "mail.received.again"
    case receivedRequest = "mail.received.request"
    case receivedUnopened = "mail.received.unopened"
    case returnedText = "mail.returned.text"
    case returnedRequest = "mail.returned.request"
    case returnedHow = "mail.returned.how"
    case returnedHowRequest = "mail.returned.howRequest"
    case returnedFile = "mail.returned.file"
    case rejectedText = "mail.rejected.text"
    case rejectedRequest = "mail.rejected.request"
    case approvedText = "mail.approved.text"
    case approvedTopic = "mail.approved.topic"
    case approvedCorrection = "mail.approved.correction"
    case approvedInvitation = "mail.approved.invitation"
    case approvedRemoval = "mail.approved.removal"
    case scheduledText = "mail.scheduled.text"
    case scheduledTopic = "mail.scheduled.topic"
    case publishedText = "mail.published.text"
    case publishedTopic = "mail.published.topic"
    case correctedText = "mail.corrected.text"
    case withdrawnByAuthor = "mail.withdrawn.author"
    case withdrawnByMember = "mail.withdrawn.member"
    case withdrawnByModerator = "mail.withdrawn.moderator"

    // What goes with it
    case numberFact = "mail.fact.submission"
    case numbersFact = "mail.fact.submissions"
    case discussionFact = "mail.fact.discussion"
    case placeFact = "mail.fact.place"
    case unlock = "mail.unlock"
    case line = "mail.line"
    case quoted = "mail.quoted"

    // A question to somebody
    case askSubject = "mail.ask.subject"
    case askText = "mail.ask.text"
    case askSaid = "mail.ask.said"
    case askOpen = "mail.ask.open"
    case askForm = "mail.ask.form"
    case askUnlock = "mail.ask.unlock"
    case askAnswer = "mail.ask.answer"
    case askReply = "mail.ask.reply"

    package var placeholders: Set<String> {
        switch self {
        case .reply: ["subject"]
        case .submission: ["forum"]
        case .contact: ["address"]
        case .approvedTopic: ["discussion", "date"]
        case .approvedInvitation, .publishedTopic, .discussionFact: ["discussion"]
        case .scheduledText, .scheduledTopic: ["date"]
        case .numberFact: ["number"]
        case .numbersFact: ["numbers"]
        case .placeFact: ["place"]
        case .line: ["text", "line"]
        case .askSubject, .askText: ["forum", "discussion"]
        default: []
        }
    }

    package var isPlural: Bool { false }
}
