import Testing

@testable import Access

/// What a slot says is what keys are derived with: a reader takes nothing else than an office writes.
@Suite struct SlotContentsTests {
    private func bytes(epoch: Int, previous: Int?) throws -> [UInt8] {
        let key = try #require(Secret([UInt8](repeating: 7, count: Secret.count)))
        return SlotContents(audience: .members, epoch: epoch, key: key, previous: previous.map { ($0, key) }, firstPage: "en/").bytes(
            count: 212)
    }

    @Test func readsWhatItWrites() throws {
        for (epoch, previous) in [(1, nil), (2, 1), (9, 4), (9, nil)] {
            let bytes = try bytes(epoch: epoch, previous: previous)
            #expect(try #require(SlotContents(bytes)).bytes(count: 212) == bytes)
        }
    }

    /// Layout, audience, flags, zero, epoch, generation, and the previous epoch and generation.
    @Test(
        arguments: [(0, 2), (1, 1), (2, 2), (2, 0), (3, 1), (7, 0), (7, 1), (11, 1), (47, 0), (47, 2), (47, 3), (51, 1), (148, 64)]
            as [(Int, UInt8)])
    func refusesWhatIsOutOfRange(at: Int, value: UInt8) throws {
        var changed = try bytes(epoch: 2, previous: 1)
        changed[at] = value
        #expect(SlotContents(changed) == nil)
    }
}
