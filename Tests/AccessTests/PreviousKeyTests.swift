import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)  // 23 November 2026
private let later = Instant(seconds: now.seconds + 30 * 86_400)
private let number = "2026-014"
private let guests = Audience.guests(of: number)

/// A forum with three members and four guests of one discussion, and what its builds write down.
private struct Office {
    let folder = Folder()
    var keystore: Keystore
    var passphrases: [Holder: Passphrase] = [:]
    var generator = Seeded(11)
    private let text = Array("Titre\n<p>Oui".utf8)

    init() throws {
        keystore = Keystore.create(rounds: 100_000, using: &generator)
        let calendar = try #require(ForumCalendar("Europe/Zurich"))
        for code in ["XA", "XB", "XC"] { try issue(.member(code)) }
        for (name, until) in [("Ana", nil), ("Ben", "2026-11-30"), ("Cem", "2026-12-05"), ("Dov", nil)] {
            let invitation = Invitation(requestedBy: "XA", until: until.flatMap { Day($0) }, calendar: calendar)
            try issue(guest(name), invitation: invitation)
        }
    }

    func guest(_ name: String) -> Holder { .guest(name: name, discussion: number) }

    mutating func issue(_ holder: Holder, invitation: Invitation? = nil) throws {
        (keystore, passphrases[holder]) = try keystore.issue(holder, invitation: invitation, at: now, using: &generator)
    }

    mutating func revoke(_ holder: Holder, at time: Instant = now) throws {
        keystore = try keystore.revoke(holder, at: time, using: &generator)
    }

    /// What a build makes: the keyring, a page for members and one for guests; and it writes down what it sealed with.
    func build(at time: Instant = now) throws -> (keyring: [String: [UInt8]], pages: [Audience: [UInt8]]) {
        let counter = try ManifestCounter(office: folder.path, keystore: keystore)
        let files = try Keyring.files(keystore, built: counter.keys, at: time, firstPage: "en/") { "en/\($0)/" }
        let sealer = try Sealer(keystore, guestsOf: [number], at: time)
        let sealed = try [Audience.members, guests].map { try sealer.seal(text, at: place($0)) }
        _ = try counter.counter(
            for: Manifest(sealed.map(\.entry), keystore: keystore), published: nil,
            sealed: keystore.keyNumbers(guestsOf: [number], at: time))
        return (Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }), [.members: sealed[0].bytes, guests: sealed[1].bytes])
    }

    /// Whether somebody opens a page with what the keyring gives them.
    func opens(_ holder: Holder, _ page: Audience, of pages: [Audience: [UInt8]], with keyring: [String: [UInt8]]) throws -> Bool {
        do {
            let opener = try KeyringReader { keyring[$0] }.unlock(try #require(passphrases[holder]))
            return try opener.open(try #require(pages[page]), at: place(page)) == text
        } catch is NotOpened {
            return false
        } catch KeyringReader.Refusal.unknownPassphrase {
            return false
        }
    }

    private func place(_ audience: Audience) -> Place {
        Place(page: audience == .members ? "fr/index.html" : "fr/\(number)/index.html", for: audience)
    }
}

/// While a site is uploaded the new keyring stands beside the old pages.
@Suite struct PreviousKeyTests {
    private var office: Office

    init() throws {
        office = try Office()
    }

    @Test func twoGuestsLessBetweenTwoBuilds() throws {
        let old = try office.build()
        let new = try office.build(at: later)  // Ben's and Cem's invitations have lapsed
        for holder in [office.guest("Ana"), office.guest("Dov"), .member("XA")] {
            #expect(try office.opens(holder, guests, of: old.pages, with: new.keyring))
            #expect(try office.opens(holder, guests, of: new.pages, with: new.keyring))
        }
        for name in ["Ben", "Cem"] {
            #expect(try !office.opens(office.guest(name), guests, of: new.pages, with: new.keyring))
            #expect(try !office.opens(office.guest(name), guests, of: new.pages, with: old.keyring))
        }
    }

    @Test mutating func aRevocationAndTwoLapses() throws {
        let old = try office.build()
        try office.revoke(office.guest("Dov"), at: later)
        let new = try office.build(at: later)
        #expect(office.keystore.keyNumber(of: guests, at: later) == KeyNumber(epoch: 1, generation: 4))
        #expect(try office.opens(office.guest("Ana"), guests, of: old.pages, with: new.keyring))
        #expect(try !office.opens(office.guest("Ana"), .members, of: old.pages, with: new.keyring))
        for keyring in [old.keyring, new.keyring] {
            #expect(try !office.opens(office.guest("Dov"), guests, of: new.pages, with: keyring))
        }
    }

    @Test mutating func twoMembersLessBetweenTwoBuilds() throws {
        let old = try office.build()
        try office.revoke(.member("XB"))
        try office.revoke(office.guest("Dov"))
        try office.revoke(.member("XC"))
        let new = try office.build()
        #expect(office.keystore.epoch == 3)
        for page in [.members, guests] {
            #expect(try office.opens(.member("XA"), page, of: old.pages, with: new.keyring))
            #expect(try office.opens(.member("XA"), page, of: new.pages, with: new.keyring))
            for keyring in [old.keyring, new.keyring] {
                #expect(try !office.opens(.member("XB"), page, of: new.pages, with: keyring))
            }
        }
        #expect(try office.opens(office.guest("Ana"), guests, of: old.pages, with: new.keyring))
        #expect(try !office.opens(office.guest("Ana"), .members, of: old.pages, with: new.keyring))
    }

    /// Nothing of the keyring changes when a build is made again, and the key before stays until there is another.
    @Test mutating func theSameBuildAgainIsTheSame() throws {
        let old = try office.build()
        #expect(try office.build().keyring == old.keyring)
        try office.revoke(.member("XB"))
        try office.revoke(.member("XC"))
        let new = try office.build(at: later)
        #expect(try office.build(at: later).keyring == new.keyring)
        try office.revoke(office.guest("Ana"), at: later)
        let last = try office.build(at: later)
        #expect(try office.opens(.member("XA"), .members, of: old.pages, with: last.keyring), "the members' key is what it was")
        #expect(try office.opens(office.guest("Dov"), guests, of: new.pages, with: last.keyring))
        #expect(try !office.opens(office.guest("Dov"), guests, of: old.pages, with: last.keyring), "one key before, and no more")
    }

    /// What the office has written down may be of later keys than it has, or of none that it has.
    @Test mutating func aKeyThatIsNotEarlierIsNoPreviousOne() throws {
        let restored = office.keystore
        let first = SlotContents.Key(epoch: 1, generation: 0, secret: restored.master)
        try office.revoke(.member("XB"))
        _ = try office.build()
        let built = try ManifestCounter(office: office.folder.path, keystore: restored).keys
        #expect(restored.previousKey(of: .members, at: now, built: built) == nil)
        #expect(office.keystore.previousKey(of: .members, at: now, built: built) == first)
        office.keystore = restored
        try office.revoke(.member("XB"))
        try office.revoke(.member("XC"))
        let unknown = BuiltKeys(sealed: ["members": KeyNumber(epoch: 7, generation: 0)], before: [:])
        #expect(office.keystore.previousKey(of: .members, at: now, built: unknown)?.epoch == 2)
    }

    @Test func whatAnEarlierVersionWroteDownIsRead() throws {
        let path = office.folder.path + "/manifest.json"
        let root = String(repeating: "0", count: 64)
        let before = #"{"counter": 7, "root": "\#(root)", "site": "\#(office.keystore.site)"}"#
        try FileSystem.replace(path, Array(before.utf8))
        let counter = try ManifestCounter(office: office.folder.path, keystore: office.keystore)
        #expect(counter.keys == .none)
        _ = try office.build()
        let after = try ManifestCounter(office: office.folder.path, keystore: office.keystore).keys
        #expect(after == BuiltKeys.none.built(with: office.keystore.keyNumbers(guestsOf: [number], at: now)))
    }

    @Test(arguments: [
        #""members": {"epoch": 0, "generation": 0}"#, #""members": {"epoch": 1, "generation": 1}"#,
        #""guests/2026-014": {"epoch": 1, "generation": 0}"#, #""members": {"epoch": 4294967296, "generation": 0}"#,
    ])
    func numbersThatNoKeyHasAreDamage(key: String) throws {
        let text = #"{"counter": 7, "root": "", "site": "\#(office.keystore.site)", "keys": {"before": {}, "sealed": {\#(key)}}}"#
        try FileSystem.replace(office.folder.path + "/manifest.json", Array(text.utf8))
        #expect(throws: Failure.self) { try ManifestCounter(office: office.folder.path, keystore: office.keystore) }
    }
}
