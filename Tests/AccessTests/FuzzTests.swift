import Diagnostics
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Access

/// Mutated inputs for every reader of the sealed format: no crash, no hang, and nothing opens whose bytes are others.
///
/// Half of the targets mutate what lies in a site; the others mutate what is sealed, and seal and sign it again, so that the readers behind
/// the authentication have their share. `scripts/test --long` runs a million inputs.
@Suite struct FuzzTests {
    private static let isLong = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil
    /// Of all targets together.
    private static let inputs = isLong ? 1_000_000 : 20_000

    @Test(arguments: FuzzTarget.allCases) func mutatedInputs(target: FuzzTarget) throws {
        let site = try FuzzSite()
        var mutator = Mutator(UInt64(target.rawValue) + 1)
        var slowest = Duration.zero
        for input in 0..<Self.inputs / FuzzTarget.allCases.count {
            let seed = mutator.random
            let start = ContinuousClock.now
            let isSound = try target.holds(site, &mutator)
            slowest = max(slowest, ContinuousClock.now - start)
            try #require(isSound, "\(target), input \(input): \(seed)")
        }
        #expect(slowest < .seconds(5))
    }
}

/// A site of few objects, and the keys that made it.
struct FuzzSite {
    static let now = Instant(seconds: 1_795_392_000)
    static let title = "A title\n"
    let site: String
    let sealer: Sealer
    let opener: Opener
    let secret: Secret
    let files: [String: [UInt8]]
    /// The path of the file that has the entry of `secret`.
    let shard: String
    let contents: SlotContents
    let objects: [(place: Place, text: [UInt8], sealed: Sealed)]
    /// What stands before the ciphertexts of an object in several chunks, and all of it.
    let long: (place: Place, preface: [UInt8], bytes: [UInt8])
    let manifest: [String: [UInt8]]

    init() throws {
        var mutator = Mutator(3)
        let keystore = try Keystore.create(rounds: 100_000, using: &mutator.random)
            .issue(.member("XA"), at: Self.now, using: &mutator.random).keystore
        let secret = try #require(keystore.slots.first?.secret)
        let keyring = try Keyring.files(keystore, built: .none, at: Self.now, firstPage: "en/", guestPage: { _ in nil })
        let files = Dictionary(keyring.map { ($0.path, $0.bytes) }) { first, _ in first }
        let reader = try KeyringReader { files[$0] }
        let sealer = try Sealer(keystore, guestsOf: ["2026-014"], at: Self.now)
        contents = try reader.contents(for: secret)
        let head = try #require(files["keyring/head.js"].flatMap { KeyringHead(script: $0) })
        shard = "keyring/\(String(KeyringEntry.locator(secret, site: keystore.site, ring: head.ring)[0] >> 4, radix: 16)).js"
        opener = Opener(contents, site: keystore.site)
        let page = Array((Self.title + String(repeating: "<p>A text of some length</p>\n", count: 20)).utf8)
        let places = [
            Place(page: "en/abc/index.html"), Place(page: "en/2026-014/index.html", for: .guests(of: "2026-014")),
            Place(part: "en/2026-014/index.html"), Place(file: "files/abc.bin"),
        ]
        objects = try places.map { ($0, page, try sealer.seal(page, at: $0)) }
        let place = Place(file: "files/long.bin")
        let object = try sealer.seal(1_100_000, at: place) { [UInt8](repeating: 7, count: $0.count) }
        var bytes: [UInt8] = []
        try object.write { bytes += $0 }
        long = (place, object.preface, bytes)
        let others = (1...400).map { ManifestEntry(key: $0 &* 0x9E37_79B9_7F4A_7C15, high: $0, low: $0) }
        let made = try Manifest(objects.map(\.sealed.entry) + others, keystore: keystore).files(keystore, counter: 7)
        manifest = Dictionary(made.map { ($0.path, $0.bytes) }) { first, _ in first }
        (site, self.sealer, self.secret, self.files) = (keystore.site, sealer, secret, files)
    }
}
