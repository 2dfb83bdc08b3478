package import ContentStore
package import Diagnostics
package import Model

/// What a build does with the office: before it, submissions whose day has come go into the content; after it, what it published is
/// said in the log.
package struct Release: Sendable {
    /// The submissions that the build will publish: those that were approved when it began.
    private let approved: [Int]
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
        var records = try inbox.records(in: [.approved, .scheduled])
        var held: [String] = []
        if try Ledger.isPending(office: office) || records.contains(where: { $0.state == .scheduled }) {
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
            records = try inbox.records(in: [.approved])
        }
        approved = records.filter { $0.state == .approved && $0.placed != nil }.map(\.number)
        self.held = held
    }

    /// Says in the log what a build has published. Called after the new site has taken the old one's place.
    package func published(root: String, office: String, at now: Instant, tell: (String) -> Void) throws(Failure) {
        guard !approved.isEmpty else { return }
        let ledger = try Ledger(root: root, office: office, tell: tell)
        let inbox = Inbox(office: office)
        var drafts: [LogEntry.Draft] = []
        var changes: [Change] = []
        let first = try ledger.end().count + 1
        for number in approved {
            // Taken back, or withdrawn, while the build ran.
            guard var record = try inbox.record(number), record.state == .approved else { continue }
            record.history.append(
                Record.Event(
                    entry: first + drafts.count, time: now.iso, by: LogEntry.program, action: .publish, before: record.state, reasons: [],
                    words: nil))
            record.state = .published
            drafts.append(LogEntry.Draft(by: LogEntry.program, .publish, submission: number, place: record.place))
            changes.append(try record.change(in: ledger))
        }
        if !drafts.isEmpty { try ledger.commit(drafts, changes, at: now) }
    }
}
