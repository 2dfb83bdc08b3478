import Diagnostics
import Files
import Model
import Statistics
import Submissions

extension OfficeFacts {
    /// What an office knows; nil where there is none that anything came into.
    static func read(office: String) throws(Failure) -> OfficeFacts? {
        guard try FileSystem.look(office + "/inbox") != nil else { return nil }
        let inbox = Inbox(office: office)
        var receipts: [Receipt] = []
        for record in try inbox.records() {
            if let receipt = Receipt(record, try inbox.submission(record)) { receipts.append(receipt) }
        }
        return OfficeFacts(receipts: receipts)
    }
}

extension Receipt {
    /// Nil where the record does not say when it came.
    fileprivate init?(_ record: Record, _ submission: Submission?) {
        let rounds = Self.rounds(record.history)
        guard !rounds.isEmpty else { return nil }
        let discussion = (record.place ?? submission?.discussion ?? submission?.target)?.prefix { $0 != "/" }
        // What asks for a correction or a removal names the place of what another wrote.
        let isOwn = record.placed != nil && submission?.kind == .contribution
        self.init(
            kind: submission?.kind?.rawValue, discussion: discussion.map { String($0) }, room: submission?.room,
            language: submission?.language, member: submission?.author.member, place: isOwn ? record.place : nil, rounds: rounds)
    }

    private static func rounds(_ history: [Record.Event]) -> [Round] {
        var rounds: [Round] = []
        var last: LogEntry.Action?
        for event in history {
            defer { last = event.action }
            guard let time = Instant(iso: event.time) else { continue }
            switch event.action {
            case .receive, .rejoin: rounds.append(Round(received: time, decision: nil))
            case .undo:
                // What was decided waits again; a submission that was only let go of waited all the time.
                guard last.flatMap({ Verdict($0) }) != nil, let round = rounds.popLast() else { continue }
                rounds.append(Round(received: round.received, decision: nil))
            default:
                // What was approved for a day to come is approved once more on that day, by the program.
                guard let verdict = Verdict(event.action), let round = rounds.last, round.decision == nil else { continue }
                rounds[rounds.count - 1] = Round(
                    received: round.received, decision: Decision(time: time, by: event.by, verdict: verdict))
            }
        }
        return rounds
    }
}

extension Receipt.Verdict {
    /// Nil for what decides nothing.
    fileprivate init?(_ action: LogEntry.Action) {
        switch action {
        case .approve, .schedule: self = .approved
        case .return: self = .returned
        case .reject: self = .rejected
        default: return nil
        }
    }
}
