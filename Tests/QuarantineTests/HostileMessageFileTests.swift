import Quarantine
import SeededNumbers
import Testing

/// Files of Outlook's form that Outlook never wrote: each is answered, and soon.
@Suite(.serialized)
struct HostileMessageFileTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    private static let sample: MessageFixture = {
        var inner = MessageFixture(subject: "Inner")
        inner.set(0x1000, "inner")
        inner.attach(PDFFile.plain, name: "plan.pdf")
        var message = MessageFixture(subject: "Outer")
        message.set(0x3FFD, number: 1_252)
        message.set(0x1000, String(repeating: "a text of some length ", count: 300))
        message.set(0x1013, 0x0102, Array("<p>html</p>".utf8))
        message.set(0x1009, 0x0102, WinmailFile.loose(#"{\rtf1 rich}"#))
        message.set(0x007D, "From: a@example.org\r\nMessage-ID: <1@example.org>\r\n\r\n")
        message.attach(Array("# note".utf8), name: "note.md")
        message.attach(inner, name: "Inner")
        return message
    }()

    private func timed(_ bytes: [UInt8]) throws -> Opened {
        let clock = ContinuousClock()
        var result: Result<Opened, Quarantine.Fault>?
        let time = try clock.measure { result = try child.result("a.msg", bytes) }
        #expect(time < .seconds(QuarantineLimits.seconds))
        return try #require(result).get()
    }

    @Test func mailsInMailsEndAtTheDepth() throws {
        var message = MessageFixture(subject: "0")
        for number in 1...40 {
            var outer = MessageFixture(subject: "\(number)")
            outer.attach(message, name: "\(number - 1)")
            message = outer
        }
        var opened = try timed(message.bytes)
        var depth = 0
        while let inner = opened.inner.first {
            opened = inner
            depth += 1
        }
        #expect(depth == QuarantineLimits.depth)
        #expect(opened.reasons == ["34: too-deep"])
    }

    @Test func thousandsOfAttachmentsAreCutOffAndSaidToBe() throws {
        var message = MessageFixture()
        message.set(0x1000, "text")
        for number in 0..<1_500 { message.attach(Array("x".utf8), name: "\(number).md") }
        let opened = try timed(message.bytes)
        #expect(opened.texts.count == 1 + QuarantineLimits.parts)
        #expect(opened.reasons == ["a.msg: too-many"])
    }

    @Test func foldersWithoutEndAreWalkedOnce() throws {
        var node = CompoundFixture.Node.folder("x", [])
        for _ in 0..<5_000 { node = .folder("__attach_version1.0_#00000000", [node]) }
        let opened = try timed(
            CompoundFixture.bytes([
                node, .stream("__properties_version1.0", [UInt8](repeating: 0, count: 32)),
                .stream("__substg1.0_1000001E", Array("text".utf8)),
            ]))
        #expect(opened.strings == ["text"])
        #expect(opened.reasons == ["a.msg: damaged"])
    }

    /// Neighbours, folders and sectors that lead back to themselves.
    @Test func circlesEnd() throws {
        let bytes = Self.sample.bytes
        let directory = 512 + 512 * (Int(bytes[48]) | Int(bytes[49]) << 8)
        var neighbours = bytes
        for entry in stride(from: directory, to: min(directory + 4_096, bytes.count - 128), by: 128) {
            neighbours.replaceSubrange((entry + 68)..<(entry + 80), with: Bytes.little(1, 4) + Bytes.little(2, 4) + Bytes.little(0, 4))
        }
        #expect(try timed(neighbours).reasons == ["a.msg: damaged"])
        let table = 512 + 512 * (Int(bytes[76]) | Int(bytes[77]) << 8)
        var sectors = bytes
        for index in 0..<128 { sectors.replaceSubrange((table + 4 * index)..<(table + 4 * index + 4), with: Bytes.little(index, 4)) }
        #expect(try timed(sectors).reasons.contains("a.msg: damaged"))
        var tables = bytes
        tables.replaceSubrange(68..<72, with: Bytes.little(3, 4))
        _ = try timed(tables)
    }

    /// A thousand attachments that all say that they are the whole file.
    @Test func streamsThatShareTheirSectorsAreNotReadWithoutEnd() throws {
        var message = MessageFixture()
        message.set(0x1000, "text")
        let big = [UInt8](repeating: 0x41, count: 4_000_000)
        message.attach(big, name: "0.bin")
        for number in 1..<900 { message.attach([1, 2, 3, UInt8(number % 251)], name: "\(number).bin") }
        var bytes = message.bytes
        let start = try #require(bytes.firstRange(of: Bytes.little(big.count, 8))).lowerBound
        let place = Array(bytes[(start - 4)..<(start + 8)])
        var directory = 512 + 512 * (Int(bytes[48]) | Int(bytes[49]) << 8 | Int(bytes[50]) << 16)
        let name = Array("__substg1.0_37010102".utf8).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        while directory + 128 <= bytes.count, bytes[directory + 66] <= 5 {
            if bytes[directory..<(directory + 40)].elementsEqual(name) {
                bytes.replaceSubrange((directory + 116)..<(directory + 128), with: place)
            }
            directory += 128
        }
        let opened = try timed(bytes)
        #expect(opened.refusals.contains { $0.reason == .tooLarge })
        #expect(opened.files.reduce(0) { $0 + $1.bytes.count } <= bytes.count)
    }

    @Test func whatIsCutOffIsDamaged() throws {
        let bytes = Self.sample.bytes
        for length in [100, 512, 1_024, bytes.count / 2, bytes.count - 512] {
            let opened = try timed(Array(bytes.prefix(length)))
            let isTold = !opened.refusals.isEmpty || opened.inner.contains { !$0.refusals.isEmpty }
            #expect(isTold, "\(length)")
        }
    }

    @Test func nothingIsTooStrangeToBeAnswered() throws {
        var seed = Seeded(11)
        let sample = Self.sample.bytes
        let clock = ContinuousClock()
        let start = clock.now
        var rounds = 0
        // The header, the tables and the directory are where a number can lead astray.
        let directory = 512 + 512 * (Int(sample[48]) | Int(sample[49]) << 8)
        let table = 512 + 512 * (Int(sample[76]) | Int(sample[77]) << 8)
        while rounds < 4_000, clock.now - start < .seconds(40) {
            var bytes = sample
            for _ in 0..<(1 + rounds % 6) {
                let area = [(0, 512), (directory, min(directory + 6_000, bytes.count)), (table, bytes.count), (0, bytes.count)][
                    Int(seed.next() % 4)]
                let value = [0, 1, 0xFF, 0xFE, UInt8(truncatingIfNeeded: seed.next())][Int(seed.next() % 5)]
                bytes[area.0 + Int(seed.next() % UInt64(area.1 - area.0))] = value
            }
            if rounds % 9 == 0 { bytes.removeLast(Int(seed.next() % UInt64(bytes.count))) }
            let result = try child.result(rounds % 2 == 0 ? "a.msg" : "a", bytes)
            #expect((try? result.get()) != nil, "round \(rounds)")
            rounds += 1
        }
        #expect(rounds >= 500)
    }
}
