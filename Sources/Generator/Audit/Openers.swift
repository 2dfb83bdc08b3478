import Access
import Diagnostics
import Model

/// Everybody who can read something in the site, with the keys of the office.
///
/// For whom an object is it has to open: header, place, text and signature. Of the others it matters what they could decrypt, not
/// what a reader's program would let them: it stops at the header, which says for whom an object is. So their keys are put to the
/// ciphertext itself. An object's key is derived from its audience's and from T, an HMAC with another of its audience's keys, so what
/// has opened for its audience decrypts with no other key but one that is the same. Whether keys are the same is a question about
/// two audiences and not about each object; it is put to each object all the same, for as many keys as cost little and are at hand
/// where the object is: the members' for what is for guests, those of a page's guests for what members see beside it, and those of
/// one other discussion, each in its turn. A former reader's keys are tried by opening: it accepts none but the present ones.
struct Openers: Sendable {
    let members: Opener
    /// The guests of each discussion, in the order of their numbers.
    private let guests: [Opener]
    /// Which of `guests` are a discussion's.
    private let positions: [Audience: Int]
    /// Where an object does not open for whom it is, so many other discussions are asked whether it is theirs.
    private static let asked = 16

    init(_ site: Site, _ keystore: Keystore) throws(Failure) {
        let now = site.catalog.now
        members = try Opener(.members, of: keystore, at: now)
        var guests: [Opener] = []
        for discussion in site.guestDiscussions.sorted() { guests.append(try Opener(.guests(of: discussion), of: keystore, at: now)) }
        self.guests = guests
        positions = Dictionary(guests.enumerated().map { ($1.audience, $0) }) { first, _ in first }
    }

    /// Why something is not sealed as it must be.
    struct Fault: Error {
        let kind: FindingKind
        let message: String

        fileprivate init(_ audience: Audience, _ reason: NotOpened) {
            kind = .siteNotOpening
            message = "this does not open for \(named(audience)): \(said(reason))"
        }

        fileprivate init(for audience: Audience, opensFor other: Audience) {
            kind = .siteWrongAudience
            message = "this is for \(named(audience)), and opens for \(named(other))"
        }
    }

    /// Opens an object for each whom it is for, and tries whether others could.
    ///
    /// - Parameters:
    ///   - number: which file of the site the object is in; decides whose keys are tried.
    ///   - beside: others who get the same file, for something else in it.
    ///   - place: gives its place for an audience.
    ///   - open: opens it there; called for each opener, the last time for members.
    ///   - decrypts: whether an opener's keys decrypt it there, whatever it says of itself.
    func open(
        for audience: Audience, number: Int, beside: Audience? = nil, place: (Audience) -> Place,
        _ open: (Opener, Place) throws(NotOpened) -> Void, decrypts: (Opener, Place) throws(NotOpened) -> Bool
    ) throws(Fault) {
        for opener in rightful(audience) {
            do throws(NotOpened) {
                try open(opener, place(audience))
            } catch {
                let other = others(audience).first { Self.opens($0, place($0.audience), open) }
                throw other.map { Fault(for: audience, opensFor: $0.audience) } ?? Fault(opener.audience, error)
            }
        }
        for stranger in strangers(to: audience, number, beside) {
            let opens: Bool
            do throws(NotOpened) {
                opens = try decrypts(stranger, place(stranger.audience))
            } catch {
                throw Fault(audience, error)
            }
            if opens { throw Fault(for: audience, opensFor: stranger.audience) }
        }
    }

    /// Those whom it is for: members last, as they open everything.
    private func rightful(_ audience: Audience) -> [Opener] {
        (positions[audience].map { [guests[$0]] } ?? []) + [members]
    }

    /// Those whose keys are tried on an object that has opened for whom it is.
    private func strangers(to audience: Audience, _ number: Int, _ beside: Audience?) -> [Opener] {
        var strangers = audience == .members ? [] : [members]
        if let position = beside.flatMap({ positions[$0] }) { strangers.append(guests[position]) }
        if !guests.isEmpty { strangers.append(guests[number % guests.count]) }
        return strangers.filter { $0.audience != audience }
    }

    /// Those whose an object may be by mistake: members, and guests of discussions next to the one that it is for.
    private func others(_ audience: Audience) -> [Opener] {
        let start = positions[audience].map { $0 + 1 } ?? 0
        let near = (guests[start...] + guests[..<max(start - 1, 0)]).prefix(Self.asked)
        return (audience == .members ? [] : [members]) + near
    }

    private static func opens(_ opener: Opener, _ place: Place, _ open: (Opener, Place) throws(NotOpened) -> Void) -> Bool {
        do throws(NotOpened) {
            try open(opener, place)
            return true
        } catch {
            return false
        }
    }
}

private func named(_ audience: Audience) -> String {
    switch audience {
    case .members: "members"
    case .guests(let discussion): "the guests of \(discussion)"
    }
}

private func said(_ reason: NotOpened) -> String {
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
