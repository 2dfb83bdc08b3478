import Access
import Diagnostics
import Model

/// Everybody who can read something in the site, with the keys of the office.
struct Openers: Sendable {
    let members: Opener
    /// The guests of each discussion, in the order of their numbers.
    private let guests: [(discussion: String, opener: Opener)]
    /// Each object is tried with the keys of so many other discussions. T is an HMAC with the audience's own key, so what opens with one
    /// key opens with no other; trying is there to notice should that not be so.
    private static let tried = 16

    init(_ site: Site, _ keystore: Keystore) throws(Failure) {
        let now = site.catalog.now
        members = try Opener(.members, of: keystore, at: now)
        var guests: [(discussion: String, opener: Opener)] = []
        for discussion in site.guestDiscussions.sorted() {
            guests.append((discussion, try Opener(.guests(of: discussion), of: keystore, at: now)))
        }
        self.guests = guests
    }

    /// Why something is not sealed as it must be.
    struct Fault: Error {
        let kind: FindingKind
        let message: String
    }

    /// Opens an object for each whom it is for, and tries it with the keys of others.
    ///
    /// - Parameters:
    ///   - place: gives its place for an audience.
    ///   - open: opens it there; called for each opener, the last time for those whom it is for.
    func open(
        for audience: Audience, place: (Audience) -> Place, _ open: (Opener, Place) throws(NotOpened) -> Void
    ) throws(Fault) {
        if let stranger = strangers(to: audience).first(where: { Self.opens($0.opener, place($0.audience), open) }) {
            throw Fault(
                kind: .siteWrongAudience, message: "this is for \(Self.named(audience)), and opens for \(Self.named(stranger.audience))")
        }
        for opener in rightful(audience) {
            do throws(NotOpened) {
                try open(opener, place(audience))
            } catch {
                throw Fault(
                    kind: .siteNotOpening, message: "this does not open for \(Self.named(opener.audience)): \(Self.reason(error))")
            }
        }
    }

    /// Those whom it is for: members last, as they open everything.
    private func rightful(_ audience: Audience) -> [Opener] {
        guests.filter { .guests(of: $0.discussion) == audience }.map(\.opener) + [members]
    }

    /// Those whom it is not for, with the audience as which it would open for them.
    private func strangers(to audience: Audience) -> [(opener: Opener, audience: Audience)] {
        let others = guests.filter { .guests(of: $0.discussion) != audience }
        let start = others.firstIndex { .guests(of: $0.discussion) > audience } ?? 0
        let near = (others[start...] + others[..<start]).prefix(Self.tried).map { ($0.opener, Audience.guests(of: $0.discussion)) }
        return audience == .members ? near : near + [(members, .members)]
    }

    private static func opens(_ opener: Opener, _ place: Place, _ open: (Opener, Place) throws(NotOpened) -> Void) -> Bool {
        do throws(NotOpened) {
            try open(opener, place)
            return true
        } catch {
            return false
        }
    }

    private static func named(_ audience: Audience) -> String {
        switch audience {
        case .members: "members"
        case .guests(let discussion): "the guests of \(discussion)"
        }
    }

    private static func reason(_ reason: NotOpened) -> String {
        switch reason {
        case .malformed: "it is cut short, or no sealed object"
        case .version(let version): "it is of version \(version) of the format"
        case .otherPlace: "it is of another kind, or for another audience"
        case .unknownEpoch(let epoch): "its keys, of epoch \(epoch), are not the office's present ones"
        case .notAuthentic: "it was changed, or belongs to another place or forum"
        case .notSigned: "the office has not signed it"
        case .tooLarge: "it is larger than a reader accepts"
        }
    }
}

/// Members first, then guests by the number of their discussion.
private func > (a: Audience, b: Audience) -> Bool {
    switch (a, b) {
    case (.guests, .members): true
    case (.guests(let x), .guests(let y)): x > y
    default: false
    }
}
