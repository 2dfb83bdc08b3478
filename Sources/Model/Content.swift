/// All that is published: the forum and everything in it.
package struct Content: Sendable {
    /// The settings.
    package let forum: Forum
    /// In the order of their identifiers.
    package let discussions: [Discussion]
    /// In the order of their identifiers.
    package let entries: [LibraryEntry]
    /// In the order of `Page.order`, then of their identifiers.
    package let pages: [Page]

    package init(forum: Forum, discussions: [Discussion], entries: [LibraryEntry], pages: [Page]) {
        self.forum = forum
        self.discussions = discussions
        self.entries = entries
        self.pages = pages
    }
}

/// How far a discussion is, at a given time.
package enum Status: String, Sendable, CaseIterable {
    case announced, open, closed
}

/// The times that decide a discussion's status, each with its room's taken into account.
package struct Schedule: Sendable, Hashable {
    /// Half-open spans in which contributions are taken, in order; the last may have no end.
    package let spans: [Span]
    /// When it may be read; contributions are taken in `spans`.
    package let opens: Instant

    /// A time in which contributions are taken.
    package struct Span: Sendable, Hashable {
        /// Its first second.
        package let from: Instant
        /// The first second after it; nil for one without an end.
        package let until: Instant?
    }

    /// A discussion is open when both it and its room are open.
    package init(_ facts: Discussion.Facts, in room: Room?, calendar: ForumCalendar) {
        opens = calendar.opening(facts.opens)
        let own = Span(from: opens, until: facts.closes.map { calendar.closing($0) })
        switch room?.opening ?? .always {
        case .always: spans = [own]
        case .periods(let periods):
            spans = periods.sorted { $0.from < $1.from }.compactMap {
                let from = max(own.from, calendar.start(of: $0.from))
                let until = min(own.until ?? Instant(seconds: .max), calendar.closing(.day($0.until)))
                return from < until ? Span(from: from, until: until) : nil
            }
        }
    }

    /// Announced before it opens; open in a span; closed otherwise.
    package func status(at now: Instant) -> Status {
        if now < opens { return .announced }
        return span(at: now) == nil ? .closed : .open
    }

    /// The span that holds `now`.
    package func span(at now: Instant) -> Span? {
        spans.first { $0.from <= now && now < ($0.until ?? Instant(seconds: .max)) }
    }

    /// The next time after `now` at which the status may change; nil when it never will.
    package func nextChange(after now: Instant) -> Instant? {
        ([opens] + spans.flatMap { [$0.from] + ($0.until.map { [$0] } ?? []) }).filter { $0 > now }.min()
    }
}
