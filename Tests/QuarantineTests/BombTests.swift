import Quarantine
import Testing

/// Things that are larger inside than out.
@Suite(.serialized)
struct BombTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    @Test func aBombIsRefusedAndWhatStandsBesideItIsKept() throws {
        var zip = ZipFile()
        let size = QuarantineLimits.unpacked + 1
        zip.add(Array("bomb.bin".utf8), [], packed: ZipFile.packedZeros(size), size: size)
        zip.add(Array("after.md".utf8), Array("# After".utf8))
        let opened = try child.open("a.zip", zip.bytes)
        #expect(opened.strings == ["# After"])
        #expect(opened.reasons == ["bomb.bin: too-large"])
    }

    @Test func aBombThatLiesAboutItsSizeIsNotBelieved() throws {
        var zip = ZipFile()
        zip.add(Array("bomb.md".utf8), [], packed: ZipFile.packedZeros(200_000_000), size: 10)
        let opened = try child.open("a.zip", zip.bytes)
        #expect(opened.texts.isEmpty && opened.files.isEmpty)
        #expect(opened.refusals.contains { $0.name == "bomb.md" && [.damaged, .tooLarge].contains($0.reason) })
    }

    @Test func manyBombsTogetherEndSoon() throws {
        let packed = ZipFile.packedZeros(90_000_000)
        var zip = ZipFile()
        for number in 0..<20 { zip.add(Array("\(number).bin".utf8), [], packed: packed, size: 90_000_000) }
        let clock = ContinuousClock()
        var opened: Opened?
        let time = try clock.measure { opened = try child.open("a.zip", zip.bytes) }
        #expect(time < .seconds(QuarantineLimits.seconds))
        #expect(opened.map { $0.files.count } ?? 9 <= 1)
        #expect(opened?.refusals.isEmpty == false)
    }

    @Test func entriesPastTheLimitAreRefused() throws {
        let opened = try child.open("a.zip", ZipFile((0..<1_010).map { ("\($0).md", "x") }).bytes)
        #expect(opened.texts.count == QuarantineLimits.parts)
        #expect(opened.reasons == ["a.zip: too-many"])
    }

    @Test func archivesInArchivesEndAtTheDepth() throws {
        var bytes = ZipFile([("a.md", "x")]).bytes
        for _ in 0..<8 { bytes = ZipFile([("n.zip", bytes)]).bytes }
        var opened = try child.open("n.zip", bytes)
        var depth = 0
        while let inner = opened.inner.first {
            opened = inner
            depth += 1
        }
        #expect(depth == QuarantineLimits.depth)
        #expect(opened.reasons == ["n.zip: too-deep"])
    }

    @Test func archivesThatWereCutOffAreSaidToBe() throws {
        let whole = ZipFile([("a.md", "# A"), ("b.md", String(repeating: "b", count: 2_000))]).bytes
        for length in [whole.count - 10, whole.count - 150, 1_000] {
            let opened = try child.open("a.zip", Array(whole[..<length]))
            #expect(opened.strings.first == "# A")
            #expect(opened.reasons.contains("a.zip: damaged"), "\(length)")
        }
    }
}
