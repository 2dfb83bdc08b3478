import Diagnostics
import Submissions

/// A mail of the outbox in one line.
struct OutboxLine {
    private let mail: OutgoingMail
    private let later: Int?

    /// - Parameter later: the number of the mail that leaves nothing to tell by it; nil where there is none.
    init(_ mail: OutgoingMail, overtakenBy later: Int? = nil) {
        self.mail = mail
        self.later = later
    }

    /// Its number, how far it is, what it tells and of what: what stands in columns.
    var cells: [String] {
        let about = mail.submissions.isEmpty ? mail.place ?? "" : "submission " + mail.submissions.map(String.init).joined(separator: ", ")
        return [String(mail.number), later == nil ? mail.state.short : "overtaken", mail.kind.words, about]
    }

    /// To whom it goes.
    var about: String { mail.isEmptied ? "" : "to " + PageLines.value(mail.to) }

    var subject: String { PageLines.value(mail.subject) }

    var json: String { "{" + fields.joined(separator: ",") + "}" }

    var fields: [String] {
        var fields = [
            "\"mail\":\(mail.number)", "\"state\":\"\(mail.state.rawValue)\"", "\"kind\":\"\(mail.kind.rawValue)\"",
            "\"submissions\":[\(mail.submissions.map(String.init).joined(separator: ","))]",
        ]
        let texts: [(String, String?)] = [
            ("place", mail.place), ("to", mail.isEmptied ? nil : mail.to), ("subject", mail.isEmptied ? nil : mail.subject),
            ("language", mail.language), ("made", mail.made), ("sent", mail.sent), ("by", mail.by),
        ]
        fields += texts.compactMap { name, value in value.map { "\"\(name)\":\(FindingWriter.quote($0))" } }
        if let later { fields.append("\"overtakenBy\":\(later)") }
        return fields
    }
}

extension OutgoingMail.Kind {
    /// In one or two words, for a list.
    var words: String { self == .rejoined ? "received again" : rawValue }
}

extension OutgoingMail.State {
    /// In one or two words, for a list.
    var short: String { self == .sending ? "unknown" : rawValue }

    /// In words, for sentences.
    var words: String {
        switch self {
        case .waiting: "waiting to be sent"
        case .held: "held, because nobody in the roster has that address: it goes only when you name it"
        case .sending: "perhaps sent: it was being handed over when a command was cut short"
        case .sent: "sent"
        case .dropped: "dropped"
        }
    }
}
