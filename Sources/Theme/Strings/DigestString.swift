/// What the digest says: `strings/digest/<language>.yaml`.
package enum DigestString: String, StringName, CaseIterable {
    // The frame
    case subject = "digest.subject"
    case openNotice = "digest.notice.open"
    case closedNotice = "digest.notice.closed"
    case why = "digest.footer.why"
    case stop = "digest.footer.stop"
    case stopAnswer = "digest.footer.answer"
    case more = "digest.more"

    // Headings
    case replies = "digest.heading.replies"
    case opened = "digest.heading.opened"
    case contributions = "digest.heading.contributions"
    case corrected = "digest.heading.corrected"
    case results = "digest.heading.results"
    case entries = "digest.heading.entries"
    case closing = "digest.heading.closing"
    case opening = "digest.heading.opening"
    case unanswered = "digest.heading.unanswered"

    // How much
    case openedCount = "digest.count.opened"
    case replyCount = "digest.count.replies"
    case resultCount = "digest.count.results"
    case correctedCount = "digest.count.corrected"
    case questionCount = "digest.count.questions"
    case unansweredCount = "digest.count.unanswered"
    case daysLeft = "digest.left.days"
    case lastDay = "digest.left.none"

    // What things are called whose titles are not told
    case discussion = "digest.name.discussion"
    case contribution = "digest.name.contribution"
    case entry = "digest.name.entry"
    case summary = "digest.name.summary"
    case outcome = "digest.name.outcome"
    case correctedOn = "digest.correctedOn"

    package var placeholders: Set<String> {
        switch self {
        case .subject: ["forum", "period", "count"]
        case .stop: ["address"]
        case .discussion, .contribution: ["number"]
        case .correctedOn: ["date"]
        default: isPlural ? ["count"] : []
        }
    }

    package var isPlural: Bool {
        switch self {
        case .more, .openedCount, .replyCount, .resultCount, .correctedCount, .questionCount, .unansweredCount, .daysLeft: true
        default: false
        }
    }
}
