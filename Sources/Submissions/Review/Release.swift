package import ContentStore
package import Diagnostics
package import Model

/// What a build does with the office: before it, submissions whose day has come go into the content; after it, what it published is
/// said in the log.
package struct Release: Sendable {
    /// What could not be released and why, in sentences.
    package let held: [String]

    /// Puts into the content what was approved for a day that has come. The office is held only where there is something to do.
    ///
    /// - Parameters:
    ///   - content: reads the content as it is then.
    ///   - tell: is told of what an earlier command had left half done.
    package init(
        root: String, office: String, roster: Roster, at now: Instant, content: () throws(Failure) -> ForumContent, tell: (String) -> Void
    ) throws(Failure) {
        let inbox = Inbox(office: office)
        var held: [String] = []
        let (isPending, waits) = (try Ledger.isPending(office: office), try !inbox.records(in: [.scheduled]).isEmpty)
        if isPending || waits {
            let ledger = try Ledger(root: root, office: office, tell: tell)
            for record in try inbox.records(in: [.scheduled]) {
                let number = record.number
                do throws(Failure) {
                    let content = try content()
                    guard let day = record.due.flatMap({ Day($0) }), day <= content.today else { continue }
                    try Review(ledger, content: content, roster: roster).release(number)
                } catch {
                    held.append(
                        "Submission \(number) waits for its day, and could not be published: \(error.message). See `rostrum inbox show \(number)`."
                    )
                }
            }
        }
        self.held = held
    }

    /// Says in the log what a build has published. Called after the new site has taken the old one's place.
    ///
    /// - Parameters:
    ///   - listing: the content that the site was made of; what was approved while the build ran may stand in it or not.
    ///   - replies: makes what writes to the authors; called only where something was published.
    package func published(
        _ listing: ContentListing, root: String, office: String, at now: Instant,
        replies: () throws(Failure) -> Replies? = { () throws(Failure) in nil },
        tell: (String) -> Void
    ) throws(Failure) {
        let inbox = Inbox(office: office)
        guard try inbox.records(in: [.approved]).contains(where: { $0.placed != nil }) else { return }
        let ledger = try Ledger(root: root, office: office, tell: tell)
        var drafts: [LogEntry.Draft] = []
        var records: [Record] = []
        var letters: [Reply] = []
        let first = try ledger.end().count + 1
        for var record in try inbox.records(in: [.approved]) {
            guard let placed = record.placed, placed.allSatisfy({ listing.has($0.path) }) else { continue }
            record.history.append(
                Record.Event(
                    entry: first + drafts.count, time: now.iso, by: LogEntry.program, action: .publish, before: record.state, reasons: [],
                    words: nil))
            record.state = .published
            drafts.append(LogEntry.Draft(by: LogEntry.program, .publish, submission: record.number, place: record.place))
            var reply = Reply(.published, [record], try inbox.submission(record))
            reply.place = record.place
            reply.languages = listing.languages(of: record.place ?? "")
            letters.append(reply.at(first + records.count))
            records.append(record)
        }
        guard !drafts.isEmpty else { return }
        let written = try replies()?.write(letters, in: ledger, at: now)
        for (index, outcome) in (written?.outcomes ?? []).enumerated() {
            records[index].tell(outcome.number)
            if let mail = outcome.number { drafts[index].facts["mail"] = String(mail) }
        }
        let changes = try records.map { (record) throws(Failure) in try record.change(in: ledger) }
        try ledger.commit(drafts, (written?.changes ?? []) + changes, at: now)
    }
}

extension ContentListing {
    /// Whether a file stood in the content, by its path from the forum's root.
    fileprivate func has(_ path: String) -> Bool {
        folders.contains { folder in path.hasPrefix(folder.path + "/") && folder.files.contains { folder.path + "/" + $0.name == path } }
    }
}
