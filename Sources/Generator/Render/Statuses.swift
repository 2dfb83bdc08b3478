package import Model
package import Theme

extension Writing {
    /// How far a discussion is, with all that the page's script needs to say it anew later.
    func statusMark(_ topic: Catalog.Topic) -> StatusMark {
        let spans = topic.schedule.spans
        let announced = words.text("status.opens", ["date": words.date(topic.opens)])
        let label =
            switch topic.status {
            case .announced: announced
            case .open: openLabel(until: topic.schedule.span(at: site.catalog.now)?.until)
            case .closed: closedLabel(topic)
            }
        return StatusMark(state: topic.status.rawValue, label: label, spans: json(spans, announced: announced, closed: closedLabel(topic)))
    }

    private func openLabel(until: Instant?) -> String {
        guard let until else { return words.text("status.open") }
        return words.text("status.openUntil", ["date": words.date(lastDay(.time(until)))])
    }

    private func closedLabel(_ topic: Catalog.Topic) -> String {
        guard let end = topic.schedule.spans.last?.until, end <= site.catalog.now else { return words.text("status.closed") }
        return words.text("status.closedOn", ["date": words.date(lastDay(.time(end)))])
    }

    private func json(_ spans: [Schedule.Span], announced: String, closed: String) -> String {
        let objects = spans.map { span in
            "{\"from\":\(span.from.seconds),\"until\":\(span.until.map { String($0.seconds) } ?? "null"),"
                + "\"announced\":\(quoted(announced)),\"open\":\(quoted(openLabel(until: span.until))),\"closed\":\(quoted(closed))}"
        }
        return "[" + objects.joined(separator: ",") + "]"
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
