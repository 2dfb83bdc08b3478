import Testing

@testable import Access

/// What a slot says is what keys are derived with: a reader takes nothing else than an office writes.
@Suite struct SlotContentsTests {
    private func bytes(epoch: Int, previous: Int?) throws -> [UInt8] {
        let secret = try #require(Secret([UInt8](repeating: 7, count: Secret.count)))
        return SlotContents(
            audience: .members, key: .init(epoch: epoch, generation: 0, secret: secret),
            previous: previous.map { .init(epoch: $0, generation: 0, secret: secret) }, verification: nil, firstPage: "en/"
        ).bytes
    }

    private func guest(_ generation: Int, previous: (epoch: Int, generation: Int)?, of discussion: String = "2026-014") throws -> [UInt8] {
        let secret = try #require(Secret([UInt8](repeating: 7, count: Secret.count)))
        let verification = try Signer(secret).verificationKey
        return SlotContents(
            audience: .guests(of: discussion), key: .init(epoch: 3, generation: generation, secret: secret),
            previous: previous.map { .init(epoch: $0.epoch, generation: $0.generation, secret: secret) }, verification: verification,
            firstPage: "fr/\(discussion)/"
        ).bytes
    }

    @Test func readsWhatItWrites() throws {
        for (epoch, previous) in [(1, nil), (2, 1), (9, 4), (9, nil)] {
            let bytes = try bytes(epoch: epoch, previous: previous)
            #expect(bytes.count == 212)
            #expect(try #require(SlotContents(bytes)).bytes == bytes)
        }
        for (generation, previous) in [(1, nil), (1, (2, 1)), (4, (3, 3)), (4, (2, 9))] as [(Int, (Int, Int)?)] {
            let bytes = try guest(generation, previous: previous)
            let read = try #require(SlotContents(bytes))
            #expect(read.bytes == bytes && read.audience == .guests(of: "2026-014") && read.verification != nil)
        }
    }

    /// Layout, audience, flags, zero, epoch, generation, the previous epoch and generation, a discussion, the first page.
    @Test(
        arguments: [
            (0, 2), (1, 1), (1, 2), (2, 4), (2, 0), (3, 1), (7, 0), (7, 1), (11, 1), (47, 0), (47, 2), (47, 3), (51, 1), (116, 1),
            (148, 64), (149, 63),
        ] as [(Int, UInt8)])
    func refusesWhatIsOutOfRange(at: Int, value: UInt8) throws {
        var changed = try bytes(epoch: 2, previous: 1)
        changed[at] = value
        #expect(SlotContents(changed) == nil)
    }

    /// Generations of guests begin with 1, a key before another is of an earlier epoch or generation, and a discussion has a number.
    @Test func refusesGuestsOfNothing() throws {
        #expect(SlotContents(try guest(0, previous: nil)) == nil)
        #expect(SlotContents(try guest(2, previous: (3, 2))) == nil)
        #expect(SlotContents(try guest(2, previous: (3, 0))) == nil)
        #expect(SlotContents(try guest(2, previous: (4, 1))) == nil)
        #expect(SlotContents(try guest(2, previous: nil, of: "2026-14")) == nil)
        #expect(SlotContents(try guest(2, previous: nil, of: "2026-01a")) == nil)
        #expect(SlotContents(try guest(2, previous: nil, of: "")) == nil)
    }
}
