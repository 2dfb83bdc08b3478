import Access
import Diagnostics
import Model
import SeededNumbers
import Testing

private let now = Instant(seconds: 1_795_392_000)

@Suite struct LongObjectTests {
    private let sealer: Sealer
    private let opener: Opener
    private let place = Place(file: "files/abc.bin")

    init() throws {
        var generator = Seeded(5)
        let keystore = Keystore.create(rounds: 100_000, using: &generator)
        sealer = try Sealer(keystore, guestsOf: [], at: now)
        opener = try Opener(.members, of: keystore, at: now)
    }

    private func text(_ count: Int) -> [UInt8] {
        var state: UInt64 = 88_172_645_463_325_252
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
    }

    private func sealed(_ text: [UInt8]) throws -> [UInt8] {
        let object = try sealer.seal(text.count, at: place) { Array(text[$0]) }
        var bytes: [UInt8] = []
        try object.write { bytes += $0 }
        #expect(bytes.starts(with: object.preface))
        return bytes
    }

    @Test(arguments: [1_048_572, 1_081_329, 2_097_142, 2_097_143, 5_000_000]) func opensWhatItSealed(count: Int) throws {
        let text = text(count)
        #expect(LongObject.isFor(count))
        let bytes = try sealed(text)
        #expect(try opener.open(bytes, at: place) == text)
        #expect(bytes.count < count + count / 16 + 1000)
        #expect(try sealed(text) == bytes)
    }

    /// Files may be as long as they like; a page is shown as a whole.
    @Test(arguments: [(64 << 20, true), ((64 << 20) + 1, false)]) func aPageHasALargestSize(count: Int, opens: Bool) throws {
        let page = Place(page: "en/index.html")
        let object = try sealer.seal(count, at: page) { [UInt8](repeating: 10, count: $0.count) }
        var bytes: [UInt8] = []
        try object.write { bytes += $0 }
        if opens {
            #expect(try opener.open(bytes, at: page).count == count)
        } else {
            #expect(throws: NotOpened.tooLarge) { try opener.open(bytes, at: page) }
        }
    }

    @Test func shortTextsHaveOneChunk() {
        #expect(!LongObject.isFor(1_048_571))
    }

    /// The length of a large file shows no better than Padmé's leading bits do.
    @Test func lengthsAreRounded() throws {
        let lengths = try [40_000_000, 40_300_000, 40_600_000].map { count in
            var all = 0
            try sealer.seal(count, at: place) { [UInt8](repeating: 1, count: $0.count) }.write { all += $0.count }
            return all
        }
        #expect(Set(lengths).count == 1)
    }

    @Test func nothingChangedOpens() throws {
        let bytes = try sealed(text(2_500_000))
        var generator = Seeded(6)
        var at = Array(0..<400) + (0..<60).map { _ in Int.random(in: 0..<bytes.count, using: &generator) }
        at.append(bytes.count - 1)
        for index in at {
            var changed = bytes
            changed[index] ^= 4
            #expect(throws: NotOpened.self) { try opener.open(changed, at: place) }
        }
        for count in [0, 40, 48, 51, 100, 300, 1_048_000, bytes.count - 1] {
            #expect(throws: NotOpened.self) { try opener.open(Array(bytes.prefix(count)), at: place) }
        }
        #expect(throws: NotOpened.self) { try opener.open(bytes + [0], at: place) }
        #expect(throws: NotOpened.self) { try opener.open(bytes, at: Place(file: "files/abd.bin")) }
    }

    @Test func chunksHaveTheirPlaces() throws {
        let bytes = try sealed(text(3_000_000))
        let (start, chunk) = (48 + 4 + 3 * 36 + 64, 1_048_592)
        let swapped =
            Array(bytes[..<start]) + bytes[start + chunk..<start + 2 * chunk] + bytes[start..<start + chunk] + bytes[(start + 2 * chunk)...]
        #expect(swapped.count == bytes.count)
        #expect(throws: NotOpened.self) { try opener.open(swapped, at: place) }
    }

    @Test func aFileThatChangesWhileItIsReadIsNoticed() throws {
        let object = try sealer.seal(2_000_000, at: place) { [UInt8](repeating: 1, count: $0.count) }
        var written = 0
        try object.write { written += $0.count }
        let changing = Changing()
        let other = try sealer.seal(2_000_000, at: place) { changing.bytes($0) }
        #expect(throws: Failure.self) { try other.write { _ in } }
    }
}

/// Gives other bytes from the third time on.
private final class Changing: Sendable {
    private let times = Counter()

    func bytes(_ range: Range<Int>) -> [UInt8] {
        [UInt8](repeating: times.next() > 2 ? 2 : 1, count: range.count)
    }
}
