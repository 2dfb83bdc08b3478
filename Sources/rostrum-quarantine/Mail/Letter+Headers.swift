import Quarantine

extension Letter {
    /// What the header lines of a mail say.
    init(headers: MailHeaders, nature: Set<Nature>) {
        var from = headers.first("from").map { AddressList.mailboxes($0) } ?? []
        for sender in headers.first("sender").map({ AddressList.mailboxes($0) }) ?? [] {
            let isNew = !from.contains { $0.address.lowercased() == sender.address.lowercased() }
            if isNew { from.append(sender) }
        }
        var references: [String] = []
        for identifier in headers.identifiers("in-reply-to") + headers.identifiers("references") where references.count < 100 {
            if !references.contains(identifier) { references.append(identifier) }
        }
        self.init(
            from: from, subject: headers.text("subject"), date: headers.first("date").flatMap { AddressList.date($0) },
            messageID: headers.identifiers("message-id").first ?? Self.bare(headers.text("message-id")), references: references,
            nature: nature)
    }

    /// An identifier that was written without `<>`.
    private static func bare(_ text: String) -> String? {
        text.isEmpty || text.contains(" ") ? nil : text
    }
}
