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
            case .closed: closedLabel(topic)
            }
        return StatusMark(
            state: status.rawValue, label: label, spans: topic.changes ? json(spans, announced: announced, closed: closedLabel(topic)) : nil
        )
    }

    private func openLabel(until: Instant?) -> String {
        guard let until else { return strings.text(.open) }
        return strings.text(.openUntil, ["date": words.dates.day(lastDay(.time(until)))])
    }

    private func closedLabel(_ topic: Catalog.Topic) -> String {
        let spans = topic.schedule.spans
        if let next = spans.first(where: { $0.from > site.catalog.now }), spans.first?.from != next.from {
            return strings.text(.opensAgain, ["date": words.dates.day(site.catalog.calendar.day(of: next.from))])
        }
        guard let end = spans.last?.until, end <= site.catalog.now else { return strings.text(.closed) }
        return strings.text(.closedOn, ["date": words.dates.day(lastDay(.time(end)))])
    }

    private func json(_ spans: [Schedule.Span], announced: String, closed: String) -> String {
        let objects = spans.map { span in
            "{\"from\":\(span.from.seconds),\"until\":\(span.until.map { String($0.seconds) } ?? "null"),"
                + "\"announced\":\(quoted(announced)),\"open\":\(quoted(openLabel(until: span.until))),\"closed\":\(quoted(closed))}"
        }
        return "[" + objects.joined(separator: ",") + "]"
    }

    private func quoted(_ text: String) -> String {
        FindingWriter.quote(text)
    }
}
