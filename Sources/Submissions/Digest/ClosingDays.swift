package import Diagnostics
package import Model

/// When summaries and outcomes appeared, which their files do not say: the first day on which the office's log has them written.
///
/// Where the log knows of none, as for a file that was put into the content by hand, the day counts on which the discussion closed.
package struct ClosingDays: Sendable {
    private var summaries: [String: Day] = [:]
    private var outcomes: [String: Day] = [:]

    package init() {}

    /// - Parameter log: of the office.
    package init(_ log: Log, calendar: ForumCalendar) throws(Failure) {
        for entry in try log.entries(of: [.summary, .outcome]) {
            guard let place = entry.place, let time = Instant(iso: entry.time) else { continue }
            let day = calendar.day(of: time)
            note(String(place.prefix { $0 != "/" }), isOutcome: entry.action == .outcome, on: day)
        }
    }

    /// Says that a discussion's summary, or what came of it, appeared on a day.
    mutating func note(_ discussion: String, isOutcome: Bool = false, on day: Day) {
        if isOutcome { note(day, discussion, in: &outcomes) } else { note(day, discussion, in: &summaries) }
    }

    /// The day of a discussion's summary, or of what came of it; nil where the log knows of none.
    func day(of discussion: String, isOutcome: Bool) -> Day? { (isOutcome ? outcomes : summaries)[discussion] }

    private func note(_ day: Day, _ id: String, in days: inout [String: Day]) {
        days[id] = min(days[id] ?? day, day)
    }
}

extension Log {
    /// The entries of some actions. Lines of others are not taken apart, as a log may be long.
    func entries(of actions: [LogEntry.Action]) throws(Failure) -> [LogEntry] {
        let marks = actions.map { [UInt8]("\"action\":\"\($0.rawValue)\"".utf8) }
        return try lines().compactMap { line in
            let line = Array(line)
            return marks.contains { line.contains($0) } ? Self.entry(line) : nil
        }.filter { actions.contains($0.action) }
    }
}
