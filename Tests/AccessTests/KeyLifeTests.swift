import Access
import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)  // 23 November 2026
private let day = 86_400
private let number = "2026-014"

private func calendar() throws -> ForumCalendar { try #require(ForumCalendar("Europe/Zurich")) }

/// A keystore of a forum with two members, and what is done to it.
private struct Office {
    var keystore: Keystore
    var generator = Seeded(5)

    init() throws {
        keystore = Keystore.create(rounds: 100_000, using: &generator)
        try issue(.member("XA"))
        try issue(.member("XB"))
    }

    mutating func issue(_ holder: Holder, invitation: Invitation? = nil, at time: Instant = now) throws {
        keystore = try keystore.issue(holder, invitation: invitation, at: time, using: &generator).keystore
    }

    mutating func invite(_ name: String, until: String? = nil, to number: String = number, at time: Instant = now) throws {
        let until = until.flatMap { Day($0) }
        try issue(
            .guest(name: name, discussion: number), invitation: Invitation(requestedBy: "XA", until: until, calendar: calendar()), at: time)
    }

    func key(of number: String = number, at time: Instant = now) -> SlotContents.Key { keystore.key(of: .guests(of: number), at: time) }

    /// The key before, where no build has written down which one it is.
    func previous(at time: Instant = now) -> SlotContents.Key? { keystore.previousKey(of: .guests(of: number), at: time, built: .none) }

    mutating func revoke(_ holder: Holder, at time: Instant = now) throws {
        keystore = try keystore.revoke(holder, at: time, using: &generator)
    }
}

private func later(_ days: Int) -> Instant { Instant(seconds: now.seconds + days * day) }

@Suite struct KeyLifeTests {
    @Test func holdersAreOrdered() {
        let ordered: [Holder] = [
            .member("XA"), .member("XB"), .staff("Ana"), .guest(name: "Zoë", discussion: "2026-003"),
            .guest(name: "Ana", discussion: number),
            .guest(name: "Bo", discussion: number),
        ]
        #expect(ordered.reversed().sorted() == ordered)
        for (a, b) in zip(ordered, ordered.dropFirst()) { #expect(a < b && !(b < a)) }
    }

    @Test func onePersonMayBeAGuestOfSeveralDiscussions() throws {
        var office = try Office()
        try office.invite("Ana")
        try office.invite("Ana", to: "2026-003")
        let first = office.keystore.slots
        try office.invite("Ana")
        #expect(office.keystore.slots.map(\.holder) == first.map(\.holder) && first.count == 4)
        #expect(
            office.keystore.slots.filter { first.contains($0) }.count == 3,
            "inviting again replaces the passphrase of that discussion alone")
    }

    @Test func aGuestNeedsAnInvitationThatHolds() throws {
        var office = try Office()
        #expect(throws: Failure.self) { try office.issue(.guest(name: "Ana", discussion: number)) }
        #expect(throws: Failure.self) { try office.invite("Ana", until: "2026-11-22") }
        #expect(throws: Failure.self) { try office.invite("", until: nil) }
        #expect(throws: Failure.self) { try office.invite("Ana", to: "training") }
        #expect(throws: Failure.self) { try office.invite("Ana", to: "2026-" + String(repeating: "1", count: 27)) }
        try office.invite("Ana", until: "2026-11-23")
        #expect(office.keystore.slots.count == 3)
    }

    /// A day is whole in the forum's time zone: in Zurich in winter it ends at 23:00 UTC.
    @Test func anInvitationLapsesWhenItsLastDayIsOver() throws {
        var office = try Office()
        try office.invite("Ana", until: "2026-12-31")
        let end = try #require(Instant(iso: "2026-12-31T23:00:00Z"))
        #expect(office.keystore.standing(at: Instant(seconds: end.seconds - 1)).count == 3)
        #expect(office.keystore.standing(at: end).map(\.holder) == [.member("XA"), .member("XB")])
        #expect(office.keystore.slots.last?.invitation == Invitation(requestedBy: "XA", end: (try #require(Day("2026-12-31")), end)))
    }

    @Test func membersHaveNoInvitation() throws {
        var office = try Office()
        try office.issue(.staff("Ana"), invitation: Invitation(requestedBy: "XA", calendar: calendar()))
        #expect(office.keystore.slots.allSatisfy { $0.invitation == nil })
    }

    @Test func readsBackWithGuestsAndDiscussions() throws {
        var office = try Office()
        try office.invite("Ana", until: "2026-12-31")
        try office.invite("Bo")
        try office.invite("Zoë", to: "2026-003")
        try office.revoke(.guest(name: "Bo", discussion: number))
        try office.revoke(.guest(name: "Zoë", discussion: "2026-003"))
        #expect(office.keystore.discussions.map(\.number) == ["2026-003", number])
        let bytes = try KeystoreText.write(office.keystore)
        #expect(try KeystoreText.read(bytes) == office.keystore)
        // The check covers each value: no digit and no letter can be another one.
        for index in bytes.indices where (48...57).contains(bytes[index]) {
            var changed = bytes
            changed[index] = changed[index] == 48 ? 49 : changed[index] - 1
            #expect(throws: KeystoreText.Damage.self) { try KeystoreText.read(changed) }
        }
    }
}

@Suite struct GuestKeyTests {
    @Test func theKeyIsOfItsDiscussionEpochAndGeneration() throws {
        let office = try Office()
        let expected = office.keystore.master.child(Format.info("discussion", office.keystore.site, number, "1"))
        #expect(office.key() == SlotContents.Key(epoch: 1, generation: 1, secret: expected) && office.previous() == nil)
        #expect(office.key(of: "2026-015").secret != expected)
    }

    @Test func revokingAGuestMakesAnotherKeyOfThatDiscussionAlone() throws {
        var office = try Office()
        try office.invite("Ana")
        try office.invite("Bo")
        let before = office.keystore
        try office.revoke(.guest(name: "Ana", discussion: number))
        let (first, second) = (before.key(of: .guests(of: number), at: now), office.key())
        #expect(second.epoch == 1 && second.generation == 2 && second.secret != first.secret)
        #expect(first.epoch == 1 && first.generation == 1 && office.previous() == first)
        #expect(office.key(of: "2026-003") == before.key(of: .guests(of: "2026-003"), at: now))
        #expect(office.keystore.master == before.master && office.keystore.generation > before.generation)
        #expect(office.keystore.slots == before.slots.filter { $0.holder != .guest(name: "Ana", discussion: number) })
        #expect(office.keystore.fingerprint == before.fingerprint, "the members' pages stay as they are")
    }

    @Test func revokingAMemberBeginsAnEpoch() throws {
        var office = try Office()
        try office.invite("Ana")
        try office.invite("Bo")
        try office.revoke(.guest(name: "Ana", discussion: number))
        let before = office.keystore
        try office.revoke(.member("XA"))
        let after = office.keystore
        #expect(after.epoch == 2 && after.master != before.master && after.masters.first == before.masters.first)
        #expect(after.slots == before.slots.filter { $0.holder != .member("XA") }, "the others keep their passphrases")
        #expect(after.fingerprint != before.fingerprint && after.namesKey == before.namesKey && after.signingKey == before.signingKey)
        #expect(office.key().epoch == 2 && office.key().generation == 2)
        #expect(office.previous()?.epoch == 1 && office.previous() == before.key(of: .guests(of: number), at: now))
    }

    /// A build after the end of an invitation seals with another key, before and after somebody has changed the keystore.
    @Test func whatLapsesIsAnotherKeyAndIsSettledByTheNextChange() throws {
        var office = try Office()
        try office.invite("Ana", until: "2026-11-30")
        try office.invite("Bo", until: "2026-12-01")
        try office.invite("Cy")
        #expect(office.key().generation == 1)
        let (lapsed, before) = (office.key(at: later(20)), office.previous(at: later(20)))
        #expect(lapsed.generation == 3 && before?.generation == 2 && before?.epoch == 1)
        try office.issue(.member("XB"), at: later(20))
        #expect(office.key(at: later(20)) == lapsed && office.previous(at: later(20)) == before)
        #expect(office.keystore.discussions == [DiscussionKey(number: number, generation: 3, since: 1)])
        #expect(office.keystore.slots.count == 3)
    }

    @Test func rotatingKeepsEveryoneAndTheNames() throws {
        var office = try Office()
        let before = office.keystore
        let after = try before.rotate(at: now, using: &office.generator)
        #expect(after.slots == before.slots && after.epoch == 2 && after.master != before.master)
        #expect(after.namesKey == before.namesKey && after.signingKey == before.signingKey)
        let all = try before.rotate(secrets: true, at: now, using: &office.generator)
        #expect(all.slots == before.slots && all.namesKey == before.namesKey && all.signingKey != before.signingKey)
    }

    @Test func nobodyIsRevokedWhoIsNotThere() throws {
        var office = try Office()
        #expect(throws: Failure.self) { try office.revoke(.member("XC")) }
        try office.invite("Ana", until: "2026-11-30")
        #expect(throws: Failure.self) { try office.revoke(.guest(name: "Ana", discussion: "2026-003")) }
        #expect(throws: Failure.self) { try office.revoke(.guest(name: "Ana", discussion: number), at: later(20)) }
    }
}
