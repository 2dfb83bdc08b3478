import ContentStore
package import Diagnostics

extension Review {
    /// Takes the last decision about a submission back; what it has put into the content goes, unless it was published, and the mail that
    /// tells its author, unless it was sent.
    ///
    /// - Returns: how far the submission is then.
    @discardableResult
    package func undo(_ number: Int) throws(Failure) -> SubmissionState {
        var record = try inbox.require(number)
        try requireRoom(of: record)
        guard let last = record.history.last(where: { Self.decisions.contains($0.action) || $0.action == .undo }), last.action != .undo,
            let before = last.before, last == record.history.last
        else {
            throw Failure("there is no decision about submission \(number) that could be taken back", remedy: Self.remedy(record))
        }
        guard record.state != .published && record.state != .withdrawn && record.state != .corrected else {
            throw Failure("submission \(number) is \(record.state.words)", remedy: Self.remedy(record))
        }
        var changes: [Change] = []
        if last.action == .approve {
            guard let placed = record.placed, !placed.isEmpty else {
                let isInvitation = try inbox.submission(record)?.kind == .invitation
                throw Failure(
                    "what was done for submission \(number) is not undone by this",
                    remedy: isInvitation
                        ? "Take the invitation back with `rostrum access revoke`."
                        : "What it asked for was done to \(record.place ?? "what it names"), and is in the log.")
            }
            changes = try removal(of: placed, number)
            try requireWhole(without: changes, number, record.place ?? "")
            record.placed = nil
        }
        if let mail = last.mail { changes += try unsent(mail) }
        record.place = nil
        record.due = nil
        record.claimedBy = last.action == .claim ? nil : name
        try decide(&record, .undo, state: last.action == .claim ? before : .inReview, changes: changes)
        return record.state
    }

    /// What takes back the mail that tells of a decision. Throws while that is on its way: it would go on telling of what is no more.
    private func unsent(_ mail: Int) throws(Failure) -> [Change] {
        let outbox = Outbox(office: ledger.office)
        guard try outbox.mail(mail)?.state != .sending else {
            throw Failure(
                "mail \(mail), which tells of the decision, is being sent, or a command was cut short while it was",
                remedy: "Wait until it is sent, or say what became of it with `rostrum outbox mark \(mail)`; then take the decision back.")
        }
        return try outbox.dropping(mail, by: name, in: ledger)
    }

    private static let decisions: Set<LogEntry.Action> = [.claim, .approve, .return, .reject, .schedule]

    private static func remedy(_ record: Record) -> String? {
        guard record.state == .published, let place = record.place else { return nil }
        return "What readers may have seen is taken back with `rostrum withdraw \(place)`."
    }

    /// Throws where something else in the content depends on what would go: an answer, a translation, a link.
    private func requireWhole(without changes: [Change], _ number: Int, _ place: String) throws(Failure) {
        let parts = place.split(separator: "/").map(String.init)
        let (kind, id): (ContentFolder.Kind, String)
        switch (parts.first, parts.count) {
        case ("library", 2): (kind, id) = (.entry, parts[1])
        case (let discussion?, _): (kind, id) = (.discussion, discussion)
        default: return
        }
        guard let error = try content.findings(after: changes, in: kind, id).first(where: { $0.kind.severity == .error }) else { return }
        let file = error.location.map { $0.file + ": " } ?? ""
        throw Failure(
            "without submission \(number) the content would have an error, and nothing was changed: \(file)\(error.message)",
            remedy: "Take back first what depends on it, or take it out with `rostrum withdraw \(place)`, which leaves a notice.")
    }

    /// Takes out of the content what an approval has put there, where nobody has changed it since.
    private func removal(of placed: [Record.Placed], _ number: Int) throws(Failure) -> [Change] {
        var changes: [Change] = []
        // The text first: attachments that nothing mentions do no harm.
        for file in placed.reversed() {
            guard let hash = try ledger.hash(file.path) else { continue }
            guard hash == file.hash else {
                throw Failure(
                    "\(file.path) was changed since it was approved",
                    remedy: "Withdraw it with `rostrum withdraw`, or put it right by hand.")
            }
            changes.append(.remove(path: file.path, before: hash))
        }
        return changes
    }
}
