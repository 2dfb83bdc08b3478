import Diagnostics
import Model
import Theme

extension Writing {
    /// How far a discussion is, with all that the page's script needs to say it anew later, while that may change.
    func statusMark(_ topic: Catalog.Topic) -> StatusMark {
        let spans = topic.schedule.spans
        // A discussion can be opened before its room is: what it says is shown then, but nothing is taken yet.
        let first = spans.first?.from ?? topic.schedule.opens
        let announced = strings.text(.announced, ["date": words.dates.day(site.catalog.calendar.day(of: first))])
        let status = site.catalog.now < first ? .announced : topic.status
        let label =
            switch status {
            case .announced: announced
            case .open: openLabel(until: topic.schedule.span(at: site.catalog.now)?.until)
            case .closed: closedLabel(spans, after: spans.lastIndex { $0.from <= site.catalog.now })
            }
        return StatusMark(state: status.rawValue, label: label, spans: topic.nextChange != nil ? json(spans, announced: announced) : nil)
    }

    private func openLabel(until: Instant?) -> String {
        guard let until else { return strings.text(.open) }
        return strings.text(.openUntil, ["date": words.dates.day(lastDay(.time(until)))])
    }

    /// What is said once a span is over: when the next one begins, or when it was closed for good.
    private func closedLabel(_ spans: [Schedule.Span], after index: Int?) -> String {
        let next = index.map { $0 + 1 } ?? 0
        if spans.indices.contains(next) {
            return strings.text(.opensAgain, ["date": words.dates.day(site.catalog.calendar.day(of: spans[next].from))])
        }
        guard let end = spans.last?.until else { return strings.text(.closed) }
        return strings.text(.closedOn, ["date": words.dates.day(lastDay(.time(end)))])
    }

    private func json(_ spans: [Schedule.Span], announced: String) -> String {
        let objects = spans.enumerated().map { index, span in
            let texts = [
                ("announced", announced), ("open", openLabel(until: span.until)), ("closed", closedLabel(spans, after: index)),
            ]
            return "{\"from\":\(span.from.seconds),\"until\":\(span.until.map { String($0.seconds) } ?? "null"),"
                + texts.map { "\"\($0.0)\":\(FindingWriter.quote($0.1))" }.joined(separator: ",") + "}"
        }
        return "[" + objects.joined(separator: ",") + "]"
    }
}
