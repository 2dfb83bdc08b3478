import Diagnostics

extension Outbox {
    /// What takes a mail out that was not sent: its record stays, without its content. Nothing for one that was sent, or dropped before.
    func dropping(_ number: Int, by name: String, in ledger: Ledger) throws(Failure) -> [Change] {
        guard var mail = try mail(number), mail.state.isUnsent else { return [] }
        mail.state = .dropped
        mail.by = name
        return try emptying(mail, in: ledger)
    }

    /// What takes the content of a mail away, whatever became of it.
    func emptying(_ mail: OutgoingMail, in ledger: Ledger) throws(Failure) -> [Change] {
        let paths = ["message.eml"] + mail.files.map { "files/" + $0.name }
        var changes: [Change] = []
        for path in paths.map({ mail.folder + "/" + $0 }) {
            if let hash = try ledger.hash(path) { changes.append(.remove(path: path, before: hash)) }
        }
        return changes + [try mail.emptied.change(in: ledger)]
    }
}

extension OutgoingMail {
    /// Puts this record in place of what stands there now.
    func change(in ledger: Ledger) throws(Failure) -> Change {
        let path = folder + "/record.json"
        return .put(path: path, bytes: try written(), before: try ledger.hash(path))
    }
}
