import Access
import Diagnostics
import ProgramUnderTest
import Testing

@testable import Generator

/// For whom objects are opened, and with whose keys they are tried.
@Suite("Whose keys an audit tries") struct OpenersTests {
    private static let (guests, others) = (Audience.guests(of: "2026-002"), Audience.guests(of: "2026-001"))
    private let forum: TestForum
    private let keystore: Keystore

    init() throws {
        forum = try TestForum(.small)
        try forum.folder.edit("content/discussions/2026-001/discussion.yaml", "proposed-by: XA", "guests: true\nproposed-by: XA")
        keystore = try Keystore.load(office: forum.root + "/office")
    }

    private func openers() throws -> Openers {
        let build = Build(forum.settings())
        return try Openers(try #require(try build.checked(build.list(), nil).site(keystore: keystore)), keystore)
    }

    private static func place(_ audience: Audience) -> Place { Place(page: "fr/x/index.html", for: audience) }

    private func opener(_ audience: Audience) throws -> Opener { try Opener(audience, of: keystore, at: TestForum.now) }

    /// Who opened, and who was tried.
    private func asked(
        _ openers: Openers, _ audience: Audience, number: Int, beside: Audience? = nil
    ) throws -> ([Audience], Set<Audience>) {
        var (opened, tried): ([Audience], Set<Audience>) = ([], [])
        try openers.open(for: audience, number: number, beside: beside, place: Self.place) {
            (opener, place) throws(NotOpened) in
            #expect(place.audience == audience)
            opened.append(opener.audience)
        } decrypts: { (opener, place) throws(NotOpened) in
            #expect(place.audience == opener.audience)
            tried.insert(opener.audience)
            return false
        }
        return (opened, tried)
    }

    @Test func everybodyElseComesUp() throws {
        let openers = try openers()
        for number in 0..<4 {
            #expect(try asked(openers, .members, number: number) == ([.members], [number % 2 == 0 ? Self.others : Self.guests]))
            #expect(try asked(openers, .members, number: number, beside: Self.guests).1.contains(Self.guests))
            let (opened, tried) = try asked(openers, Self.guests, number: number)
            #expect(opened == [Self.guests, .members] && tried.contains(.members) && !tried.contains(Self.guests))
            #expect(tried.contains(Self.others) == (number % 2 == 0))
        }
    }

    @Test(arguments: [Audience.members, guests]) func keysThatDecryptWhatTheyMustNotAreAFinding(audience: Audience) throws {
        let openers = try openers()
        let fault = try #require(throws: Openers.Fault.self) {
            try openers.open(for: audience, number: 0, place: Self.place) { _, _ in
            } decrypts: { _, _ in
                true
            }
        }
        #expect(fault.kind == .siteWrongAudience)
    }

    /// What a header says is no matter for keys: only those that something is sealed with decrypt it, however it is laid out.
    @Test(arguments: [20, 1_100_000]) func keysAreTriedOnTheCiphertext(count: Int) throws {
        let sealer = try Sealer(keystore, guestsOf: ["2026-001", "2026-002"], at: TestForum.now)
        let path = "files/2026-002/abc.bin"
        let text = [UInt8](repeating: 7, count: count)
        var sealed: [UInt8] = []
        if LongObject.isFor(count) {
            try sealer.seal(count, at: Place(file: path, for: Self.guests)) { Array(text[$0]) }.write { sealed += $0 }
        } else {
            sealed = try sealer.seal(text, at: Place(file: path, for: Self.guests)).bytes
        }
        func decrypts(_ audience: Audience, _ object: [UInt8]) throws -> Bool {
            try opener(audience).decrypts(object.count, at: Place(file: path, for: audience)) { object[$0] }
        }
        #expect(try decrypts(Self.guests, sealed))
        #expect(try !decrypts(.members, sealed) && !decrypts(Self.others, sealed))
        var lying = sealed
        (lying[4], lying[5], lying[11], lying[15]) = (1, 0, 9, 0)
        #expect(try decrypts(Self.guests, lying))
        #expect(throws: NotOpened.otherPlace) { try opener(Self.guests).open(lying, at: Place(file: path, for: Self.guests)) }
        var broken = sealed
        broken[count > 100 ? 1_000_000 : broken.count - 20] ^= 1
        #expect(try !decrypts(Self.guests, broken))
    }
}
