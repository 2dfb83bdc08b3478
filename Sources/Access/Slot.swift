package import Model

/// That somebody has a passphrase, and what the office keeps of it.
package struct Slot: Sendable, Hashable {
    package let holder: Holder
    /// When the passphrase was issued.
    package let issued: Instant
    /// At whose request, and for how long; a guest has one, nobody else.
    package let invitation: Invitation?
    /// S of FORMAT.md: what the passphrase was stretched to. As good as the passphrase on this site.
    let secret: Secret
    /// What a web server compares the passphrase with, as it is printed, with `gate: server`; nil where it was issued by a version
    /// that did not keep it.
    let login: String?

    init(holder: Holder, issued: Instant, invitation: Invitation? = nil, secret: Secret, login: String? = nil) {
        self.holder = holder
        self.issued = issued
        self.invitation = invitation
        self.secret = secret
        self.login = login
    }

    /// Whether what was issued for a time no longer opens anything.
    package func hasLapsed(at now: Instant) -> Bool {
        invitation?.lapses.map { $0 <= now } ?? false
    }
}

/// On what terms a guest is let into a discussion.
package struct Invitation: Sendable, Hashable {
    /// The code of the Member State that asked for it.
    package let requestedBy: String
    /// The last day on which it opens the discussion, in the forum's time zone; nil for as long as nobody takes it back.
    package let until: Day?
    /// The first second at which it no longer does: where `until` ends. Worked out when it was issued, so that what has lapsed
    /// depends on nothing but the record and the time.
    package let lapses: Instant?

    /// - Parameter calendar: the forum's.
    package init(requestedBy: String, until: Day? = nil, calendar: ForumCalendar) {
        self.init(requestedBy: requestedBy, end: until.map { ($0, calendar.closing(.day($0))) })
    }

    init(requestedBy: String, end: (until: Day, lapses: Instant)?) {
        self.requestedBy = requestedBy
        until = end?.until
        lapses = end?.lapses
    }
}
