import Access
import Diagnostics
import Files
import Model
import SeededNumbers
import Testing

private let now = Instant(seconds: 1_795_392_000)

@Suite struct ManifestTests {
    private let keystore: Keystore
    private let sealer: Sealer
    private let opener: Opener
    private let folder = Folder()

    init() throws {
        var generator = Seeded(5)
        keystore = Keystore.create(rounds: 100_000, using: &generator)
        sealer = try Sealer(keystore, guestsOf: [], at: now)
        opener = try Opener(.members, of: keystore, at: now)
    }

    private func place(_ number: Int) -> Place { Place(page: "en/page\(number)/index.html") }

    private func sealed(_ number: Int, _ text: String = "T\n") throws -> Sealed { try sealer.seal(Array(text.utf8), at: place(number)) }

    private func files(_ count: Int, counter: Int = 3) throws -> [String: [UInt8]] {
        let entries = try (0..<count).map { try sealed($0).entry }
        return Dictionary(
            uniqueKeysWithValues: try Manifest(entries, keystore: keystore).files(keystore, counter: counter).map { ($0.path, $0.bytes) })
    }

    @Test(arguments: [0, 1, 320, 321, 5_000]) func namesEveryObject(count: Int) throws {
        let files = try files(count)
        let reader = try ManifestReader(opener) { files[$0] }
        #expect(reader.counter == 3)
        #expect(try reader.entries().count == count)
        for number in stride(from: 0, to: count, by: 97) {
            #expect(try reader.verdict(on: sealed(number).bytes, at: place(number)) == .current)
            #expect(try reader.verdict(on: sealed(number, "other\n").bytes, at: place(number)) == .other)
        }
        #expect(try reader.verdict(on: sealed(count).bytes, at: place(count)) == .absent)
        #expect(try #require(files["manifest/head.bin"]).count == 112)
        for (path, bytes) in files { #expect(bytes.count <= 8_192, "\(path)") }
    }

    @Test func nothingChangedIsBelieved() throws {
        let files = try files(1_000)
        var generator = Seeded(6)
        for (path, bytes) in files {
            for index in [0, 3, 4, 11, 12, 13, 16, 47, 48, bytes.count - 1] + [Int.random(in: 0..<bytes.count, using: &generator)] {
                var changed = files
                changed[path]?[index % bytes.count] ^= 1
                #expect(throws: ManifestReader.Malformed.self) {
                    let reader = try ManifestReader(opener) { changed[$0] }
                    _ = try reader.entries()
                }
            }
            var missing = files
            missing[path] = nil
            #expect(throws: ManifestReader.Malformed.self) { try ManifestReader(opener) { missing[$0] }.entries() }
        }
        #expect(Array(try #require(files["manifest/3/0.bin"])) != files["manifest/3/1.bin"])
        var swapped = files
        (swapped["manifest/3/0.bin"], swapped["manifest/3/1.bin"]) = (files["manifest/3/1.bin"], files["manifest/3/0.bin"])
        #expect(throws: ManifestReader.Malformed.self) { try ManifestReader(opener) { swapped[$0] }.entries() }
    }

    @Test func theCounterRisesWhenTheObjectsChangeAndNeverFalls() throws {
        let office = folder.path + "/office"
        try FileSystem.makeFolder(office)
        let (one, other) = (Manifest([try sealed(1).entry], keystore: keystore), Manifest([try sealed(2).entry], keystore: keystore))
        func counter(_ manifest: Manifest, published: Int? = nil) throws -> Int {
            try ManifestCounter(office: office, keystore: keystore).counter(
                for: manifest, published: published, sealed: keystore.keyNumbers(guestsOf: [], at: Instant(seconds: 0)))
        }
        #expect(try counter(one) == 1)
        #expect(try counter(one) == 1)
        #expect(try counter(other) == 2)
        #expect(try counter(one) == 3)
        #expect(try counter(one, published: 3) == 3)
        #expect(try counter(one, published: 9) == 10)  // an office restored from a backup
        try FileSystem.replace(office + "/manifest.json", Array("{\"counter\": 3".utf8))
        #expect(throws: Failure.self) { try counter(one) }
    }

    @Test func theCounterOfAHead() throws {
        let head = try #require(try files(3, counter: 12)["manifest/head.bin"])
        #expect(try Manifest.counter(inHead: head, of: keystore) == 12)
        for index in head.indices {
            var changed = head
            changed[index] ^= 1
            #expect(try Manifest.counter(inHead: changed, of: keystore) == nil)
        }
    }
}
