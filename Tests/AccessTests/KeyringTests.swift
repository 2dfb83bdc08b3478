import Access
import Diagnostics
import Model
import SeededNumbers
import Testing

private let now = Instant(seconds: 1_795_392_000)
private let place = Place(page: "en/index.html")

/// A keystore with `count` holders, their passphrases, and the files of its keyring.
private func keyring(_ count: Int, seed: UInt64 = 1) throws -> (keystore: Keystore, passphrases: [Passphrase], files: [String: [UInt8]]) {
    var generator = Seeded(seed)
    var keystore = Keystore.create(rounds: 100_000, using: &generator)
    var passphrases: [Passphrase] = []
    for number in 0..<count {
        let (after, passphrase) = try keystore.issue(.staff("person \(number)"), at: now, using: &generator)
        keystore = after
        passphrases.append(passphrase)
    }
    return (keystore, passphrases, try files(keystore))
}

private func files(_ keystore: Keystore, firstPage: String = "en/") throws -> [String: [UInt8]] {
    Dictionary(
        uniqueKeysWithValues: try Keyring.files(keystore, built: .none, at: now, firstPage: firstPage, guestPage: { _ in nil }).map {
            ($0.path, $0.bytes)
        })
}

private func unlock(_ passphrase: Passphrase, _ files: [String: [UInt8]]) throws -> Opener {
    try KeyringReader { files[$0] }.unlock(passphrase)
}

@Suite struct KeyringTests {
    @Test func opensForItsHoldersOnly() throws {
        let (keystore, passphrases, files) = try keyring(5)
        let page = try Sealer(keystore, guestsOf: [], at: now).seal(Array("Home\n<h1>Home</h1>".utf8), at: place)
        for passphrase in passphrases {
            #expect(try unlock(passphrase, files).open(page.bytes, at: place) == Array("Home\n<h1>Home</h1>".utf8))
        }
        var generator = Seeded(99)
        for _ in 0..<5 {
            let stranger = Passphrase(using: &generator)
            #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try unlock(stranger, files) }
        }
        let other = try keyring(1, seed: 2)
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try unlock(other.passphrases[0], files) }
        #expect(throws: NotOpened.notAuthentic) { try unlock(other.passphrases[0], other.files).open(page.bytes, at: place) }
    }

    /// The limit of a file is on the characters of its base 64: 8,388,608 of them are 24,576 entries.
    @Test(arguments: [(24_576, true), (24_577, false)]) func aFileHasALargestSize(count: Int, opens: Bool) throws {
        let (_, passphrases, files) = try keyring(1)
        var grown = files
        for (path, script) in files where path != "keyring/head.js" {
            let unused = [UInt8](repeating: 0, count: (count - 32) * 256)
            let (before, own) = (script.prefix(21), script.dropFirst(21).dropLast(3))  // rostrumKeyring["a"]=" and ";
            let entries = try #require(Base64.decode(own))
            grown[path] = before + Base64.encode(entries + unused) + Array("\";\n".utf8)
            #expect(entries.count == 32 * 256)
        }
        do {
            _ = try unlock(passphrases[0], grown)
            #expect(opens)
        } catch KeyringReader.Refusal.malformed {
            #expect(!opens)
        }
    }

    @Test func aReplacedPassphraseOpensNoLonger() throws {
        let (keystore, passphrases, _) = try keyring(2)
        var generator = Seeded(7)
        let (after, passphrase) = try keystore.issue(.staff("person 0"), at: now, using: &generator)
        let changed = try files(after)
        #expect(throws: KeyringReader.Refusal.unknownPassphrase) { try unlock(passphrases[0], changed) }
        _ = try unlock(passphrases[1], changed)
        _ = try unlock(passphrase, changed)
    }

    @Test func tellsNotHowManyHaveAccess() throws {
        let none = try keyring(0).files
        let many = try files(keystore(slots: 60))
        #expect(none.count == 17)
        #expect(
            none.mapValues(\.count).filter { $0.key != "keyring/head.js" } == many.mapValues(\.count).filter { $0.key != "keyring/head.js" }
        )
        for (path, bytes) in many where path != "keyring/head.js" {
            let entries = try entries(bytes)
            #expect(entries.count == 32)
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
            let shard = String(entries[0][0] >> 4, radix: 16)
            #expect(path == "keyring/\(shard).js" && entries.allSatisfy { $0[0] >> 4 == entries[0][0] >> 4 })
            // 8,160 bytes apart from first bytes: each value turns up about 32 times when they look random.
            let counts = Dictionary(entries.flatMap { $0.dropFirst() }.map { ($0, 1) }, uniquingKeysWith: +)
            #expect(counts.count == 256 && counts.values.allSatisfy { $0 < 75 })
        }
    }

    @Test func everyChangeRewritesEveryEntry() throws {
        let (keystore, _, before) = try keyring(3)
        var generator = Seeded(7)
        try expectNothingInCommon(before, files(keystore.issue(.staff("another"), at: now, using: &generator).keystore))
    }

    /// The slots are the same, and so is the generation.
    @Test func anotherFirstPageRewritesEveryEntry() throws {
        let (keystore, _, before) = try keyring(3)
        try expectNothingInCommon(before, files(keystore, firstPage: "fr/"))
    }

    /// An office restored from a backup goes on from there, and issues to others than it did the first time.
    @Test func theSameGenerationWithOtherSlotsRewritesEveryEntry() throws {
        let backup = try keyring(3).keystore
        var (first, second) = (Seeded(7), Seeded(8))
        let lost = try backup.issue(.staff("one"), at: now, using: &first).keystore
        let later = try backup.issue(.staff("other"), at: now, using: &second).keystore
        #expect(lost.generation == later.generation)
        try expectNothingInCommon(files(lost), files(later))
    }

    /// The head's last word is 16 digits whatever has happened, and the same when nothing has.
    @Test func tellsNotHowOftenPassphrasesWereIssued() throws {
        let heads = try (0..<4).map { String(decoding: try #require(keyring($0).files["keyring/head.js"]), as: UTF8.self) }
        #expect(Set(heads).count == 4 && heads.allSatisfy { $0.contains(#/ 100000 [0-9a-f]{16}"/#) })
    }

    private func expectNothingInCommon(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) throws {
        #expect(one["keyring/head.js"] != other["keyring/head.js"])
        for (path, bytes) in one where path != "keyring/head.js" {
            #expect(Set(try entries(bytes)).isDisjoint(with: try entries(try #require(other[path]))))
        }
    }

    @Test func theSameKeystoreGivesTheSameFiles() throws {
        let keystore = try keyring(3).keystore
        #expect(try files(keystore) == files(keystore))
    }

    @Test func growsWhenAShardFills() throws {
        let keystore = try keystore(slots: 420)
        let files = try files(keystore)
        let sizes = Set(try files.filter { $0.key != "keyring/head.js" }.map { try entries($0.value).count })
        #expect(sizes == [64])
        let page = try Sealer(keystore, guestsOf: [], at: now).seal([1, 2, 3], at: place)
        #expect(try unlock(Passphrase(KeystoreJSON.passphrase), files).open(page.bytes, at: place) == [1, 2, 3])
    }

    @Test func namesNobody() throws {
        var generator = Seeded(1)
        let keystore = try Keystore.create(rounds: 100_000, using: &generator).issue(
            .staff("Somebody Remarkable"), at: now, using: &generator
        ).keystore
        for (_, bytes) in try files(keystore) { #expect(!String(decoding: bytes, as: UTF8.self).contains("Remarkable")) }
    }

    @Test func scriptsOnlyAssignStrings() throws {
        let files = try keyring(1).files
        let head = String(decoding: try #require(files["keyring/head.js"]), as: UTF8.self)
        #expect(head.wholeMatch(of: /var rostrumKeyring=\{"head":"1 [0-9a-f]{32} [0-9a-f]{64} 100000 [0-9a-f]{16}"\};\n/) != nil)
        for name in "0123456789abcdef" {
            let shard = String(decoding: try #require(files["keyring/\(name).js"]), as: UTF8.self)
            let (before, after) = ("rostrumKeyring[\"\(name)\"]=\"", "\";\n")
            #expect(shard.hasPrefix(before) && shard.hasSuffix(after))
            let inside = shard.dropFirst(before.count).dropLast(after.count)
            #expect(inside.utf8.allSatisfy { Character(Unicode.Scalar($0)).isLetter || (47...57).contains($0) || $0 == 43 || $0 == 61 })
        }
    }

    @Test func hostileFilesAreRefused() throws {
        let (_, passphrases, files) = try keyring(1)
        let head = String(decoding: try #require(files["keyring/head.js"]), as: UTF8.self)
        for wrong in [
            "", "alert(1)", head + " ", head.replacing(" 100000 ", with: " 99999 "), head.replacing(" 100000 ", with: " 5000001 "),
            head.replacing(" 100000 ", with: " 999999999999999999999999 "), head.replacing(" 100000 ", with: " -1 "),
            head.replacing("\"1 ", with: "\"2 "), head.replacing(#/ [0-9a-f]{16}"/#, with: "\""),
            head.replacing(#/ [0-9a-f]{16}"/#, with: " 2\""), head.replacing(#/ [0-9a-f]{16}"/#, with: " 0123456789ABCDEF\""),
        ] {
            #expect(throws: KeyringReader.Refusal.malformed("keyring/head.js")) {
                try KeyringReader { _ in Array(wrong.utf8) }
            }
        }
        var generator = Seeded(5)
        for _ in 0..<8 {
            let mutated = files.mapValues { bytes in
                var bytes = bytes
                for _ in 0..<3 {
                    bytes[Int.random(in: 20..<bytes.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
                }
                return generator.next() % 3 == 0 ? Array(bytes.prefix(bytes.count / 2)) : bytes
            }
            var readable = mutated
            readable["keyring/head.js"] = files["keyring/head.js"]
            do {
                _ = try unlock(passphrases[0], readable)  // the mutation may have hit other entries
            } catch {
                #expect(error is KeyringReader.Refusal)
            }
            #expect(throws: KeyringReader.Refusal.self) { try KeyringReader { mutated[$0] }.unlock(passphrases[0]) }
        }
    }

    @Test func firstPageMustBeAPath() throws {
        let keystore = try keyring(0).keystore
        for wrong in ["en/\"", "é/", String(repeating: "a", count: 64)] {
            #expect(throws: Failure.self) { try Keyring.files(keystore, built: .none, at: now, firstPage: wrong, guestPage: { _ in nil }) }
        }
    }

    private func keystore(slots: Int) throws -> Keystore {
        let folder = Folder()
        try KeystoreJSON(slots: slots).put(in: folder)
        return try Keystore.load(office: folder.path + "/office")
    }

    private func entries(_ script: [UInt8]) throws -> [[UInt8]] {
        let text = script.drop { $0 != UInt8(ascii: "=") }.dropFirst(2).dropLast(3)
        let bytes = try #require(decode(Array(text)))
        return stride(from: 0, to: bytes.count, by: 256).map { Array(bytes[$0..<$0 + 256]) }
    }
}
