import Access
import Diagnostics
import Model
import SeededNumbers
import Testing

private let now = Instant(seconds: 1_795_392_000)
/// The day after which Ben's invitation lapses.
private let last = Day(year: 2026, month: 11, day: 30)

/// An office with a member and guests of two discussions.
private struct Office {
    var keystore: Keystore
    var passphrases: [String: Passphrase] = [:]

    init() throws {
        let calendar = try #require(ForumCalendar("Europe/Zurich"))
        var generator = Seeded(3)
        keystore = Keystore.create(rounds: 100_000, using: &generator)
        let holders: [(String, Holder, Invitation?)] = [
            ("member", .member("XA"), nil),
            ("ana", .guest(name: "Ana", discussion: "2026-014"), Invitation(requestedBy: "XA", calendar: calendar)),
            ("ben", .guest(name: "Ben", discussion: "2026-014"), Invitation(requestedBy: "XB", until: last, calendar: calendar)),
            ("cem", .guest(name: "Cem", discussion: "2026-015"), Invitation(requestedBy: "XA", calendar: calendar)),
        ]
        for (name, holder, invitation) in holders {
            let (after, passphrase) = try keystore.issue(holder, invitation: invitation, at: now, using: &generator)
            keystore = after
            passphrases[name] = passphrase
        }
    }

    /// Nil where the passphrase opens nothing.
    func opener(_ name: String, at time: Instant = now, takingGuests: Set<String> = ["2026-014", "2026-015"]) throws -> Opener? {
        let files = try Keyring.files(keystore, built: .none, at: time, firstPage: "en/") { takingGuests.contains($0) ? "en/\($0)/" : nil }
        let read = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        do {
            return try KeyringReader { read[$0] }.unlock(try #require(passphrases[name]))
        } catch KeyringReader.Refusal.unknownPassphrase {
            return nil
        }
    }

    func sealer(at time: Instant = now) throws -> Sealer {
        try Sealer(keystore, guestsOf: ["2026-014", "2026-015"], at: time)
    }
}

@Suite struct GuestTests {
    private let office: Office
    private let text = Array("Titre\n<p>Oui".utf8)
    private let open = Place(page: "fr/2026-014/index.html", for: .guests(of: "2026-014"))
    private let closed = Place(page: "fr/index.html")

    init() throws {
        office = try Office()
    }

    @Test func guestsOpenTheirDiscussionAndNothingElse() throws {
        let sealer = try office.sealer()
        let (page, file) = (try sealer.seal(text, at: open), Place(file: "files/2026-014/a.bin", for: .guests(of: "2026-014")))
        let attachment = try sealer.seal(text, at: file)
        let (home, part) = (try sealer.seal(text, at: closed), try sealer.seal(text, at: Place(part: "fr/2026-014/index.html")))
        for name in ["ana", "ben", "member"] {
            let opener = try #require(try office.opener(name))
            #expect(try opener.open(page.bytes, at: open) == text)
            #expect(try opener.open(attachment.bytes, at: file) == text)
        }
        for name in ["ana", "cem"] {
            let opener = try #require(try office.opener(name))
            #expect(throws: NotOpened.self) { try opener.open(home.bytes, at: closed) }
            #expect(throws: NotOpened.self) { try opener.open(part.bytes, at: Place(part: "fr/2026-014/index.html")) }
        }
        let other = try #require(try office.opener("cem"))
        #expect(throws: NotOpened.self) { try other.open(page.bytes, at: open) }
        #expect(other.firstPage == "en/2026-015/" && other.audience == .guests(of: "2026-015"))
    }

    /// A discussion's number is part of the key: what is sealed for one discussion does not open at another's address.
    @Test func aPageOfGuestsOpensAtNoOtherDiscussion() throws {
        let page = try office.sealer().seal(text, at: open)
        let opener = try #require(try office.opener("member"))
        for path in ["fr/2026-015/index.html", "fr/index.html", "fr/2026-014/x/index.html"] {
            #expect(throws: NotOpened.self) { try opener.open(page.bytes, at: Place(page: path, for: .guests(of: "2026-014"))) }
        }
        #expect(throws: Failure.self) { try office.sealer().seal(text, at: Place(page: "fr/index.html", for: .guests(of: "2026-014"))) }
        #expect(throws: Failure.self) {
            try office.sealer().seal(text, at: Place(page: "fr/2026-016/index.html", for: .guests(of: "2026-016")))
        }
    }

    @Test func anInvitationLapsesAndTheDiscussionGetsAnotherKey() throws {
        let later = try #require(office.keystore.nextLapse(after: now))
        #expect(later == Instant(iso: "2026-11-30T23:00:00Z") && office.keystore.nextLapse(after: later) == nil)
        let (before, after) = (try office.sealer().seal(text, at: open), try office.sealer(at: later).seal(text, at: open))
        #expect(before.bytes != after.bytes)
        #expect(try office.opener("ben", at: later) == nil)
        let ana = try #require(try office.opener("ana", at: later))
        #expect(try ana.open(after.bytes, at: open) == text)
        #expect(try ana.open(before.bytes, at: open) == text)  // what a half-finished upload has left
        let ben = try #require(try office.opener("ben"))
        #expect(throws: NotOpened.self) { try ben.open(after.bytes, at: open) }
    }

    @Test func guestsOfADiscussionThatTakesNoneHaveNoEntry() throws {
        #expect(try office.opener("cem", takingGuests: ["2026-014"]) == nil)
        #expect(try office.opener("ana", takingGuests: ["2026-014"]) != nil)
    }
}
