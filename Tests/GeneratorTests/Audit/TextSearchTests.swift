import SeededNumbers
import Testing

@testable import Generator

/// What an audit looks up in texts, and looks for in them.
@Suite("An audit's reading of texts") struct TextSearchTests {
    private func strings(_ set: ByteStrings) -> [String] { (0..<set.count).map { String(decoding: set[$0], as: UTF8.self) } }

    private func runs(_ text: [UInt8]) -> [String] {
        var set = ByteStrings()
        set.insert(runsIn: text)
        return strings(set)
    }

    @Test func aSetHoldsEachStringOnce() {
        var generator = Seeded(3)
        var (set, reference): (ByteStrings, Set<String>) = (ByteStrings(), [])
        for _ in 0..<5_000 {
            let string = String((0..<Int.random(in: 0...3, using: &generator)).map { _ in "abcdé漢".randomElement(using: &generator)! })
            let isKnown = Array(string.utf8).withUnsafeBytes { set.contains($0) }
            #expect(isKnown == reference.contains(string))
            set.insert(string)
            reference.insert(string)
        }
        #expect(reference.count > 200 && set.count == reference.count && Set(strings(set)) == reference)
        var other = ByteStrings(["new", "", "abc"])
        other.formUnion(set)
        #expect(Set(strings(other)) == reference.union(["new"]))
    }

    @Test(arguments: [
        ("Some infrastructure, théâtres", ["infrastructure", "théâtres"]), ("training", ["training"]), ("trainer", []),
        ("e\u{301}cole\u{301}ee", ["e\u{301}cole\u{301}ee"]), ("закон и ум", ["закон"]), ("知识产权局", ["知识产权", "识产权局"]),
        ("知识。产权", []), ("abc知def", ["abc知", "bc知d", "c知de", "知def"]), ("infra_structural", ["structural"]), ("", []),
    ])
    func runsOfLetters(text: String, expected: [String]) {
        #expect(runs(Array(text.utf8)) == expected)
    }

    /// Against another way to write the same: by the scalars of a string.
    @Test func runsOfLettersInAnyText() {
        var generator = Seeded(4)
        let letters = Array("aZé×÷ĀжЩعُ知識ßǅα̈ 1-_—’\u{FFFD}😀\u{10FFFF}".unicodeScalars)
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                let letter = letters.randomElement(using: &generator)!
                for _ in 0..<Int.random(in: 1...5, using: &generator) { text.append(letter) }
            }
            var expected: Set<[Unicode.Scalar]> = []
            for run in text.split(whereSeparator: { !isLetter($0) }).map(Array.init) {
                guard run.count >= (run.allSatisfy { $0.value < 0x250 } ? 8 : 4) else { continue }
                if run.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
                    for start in 0...run.count - 4 { expected.insert(Array(run[start..<start + 4])) }
                } else {
                    expected.insert(run)
                }
            }
            #expect(Set(runs(Array(String(text).utf8)).map { Array($0.unicodeScalars) }) == expected)
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    /// Bytes that are no UTF-8 part words, and end nothing else.
    @Test func runsOfLettersInWhatIsNoText() {
        #expect(runs(Array("training".utf8) + [0xC3] + Array("training".utf8) + [0xE2, 0x82]) == ["training"])
        #expect(runs([0x80, 0xF8, 0xED, 0xA0, 0x80] + Array("categories".utf8) + [0xFF]) == ["categories"])
        #expect(runs(Array("statute".utf8) + [0xC1, 0xA1, 0xF0, 0x80, 0x81, 0xA1]).isEmpty)
        var generator = Seeded(5)
        for _ in 0..<5_000 {
            let bytes = (0..<40).map { _ in
                UInt8.random(in: 0x70...0xFF, using: &generator) & (Bool.random(using: &generator) ? 0xBF : 0xFF)
            }
            #expect(Set(runs(bytes)) == Set(runs(Array(String(decoding: bytes, as: UTF8.self).utf8))))
        }
    }

    @Test(arguments: [
        ("../../en/", true), ("../../en", false), ("../2026-014/", true), ("./#top", true), (".", false), ("", true), ("#top", true),
        ("?x", true),
        ("../../files/abc.bin", true), ("../../files/abd.bin", false), ("/en/", false), ("https://example.org/", true),
        ("mailto:a@b.org", true),
        ("../../../en/", false), ("../..", true), ("../../en/./", true), ("../../en//", true), ("../../en/x/..", true),
        ("../../en/#t?y", true), ("../../en/a:b", false), ("../../../office/", false), ("..", true), ("../../fr/2026-014", false),
    ])
    func addresses(address: String, leads: Bool) {
        let links = PageLinks(["index.html", "en/index.html", "fr/index.html", "fr/2026-014/index.html", "files/abc.bin"])
        for attribute in ["href", "src", "data-file"] {
            let text = "<a class=\"x\" href=\"../\">=\"</a><p \(attribute)=\"\(address)\">href=\"no/\" xsrc=\"no/\"<a href=\"../\">"
            #expect(links.firstBroken(in: Array(text.utf8), of: "fr/2026-014/index.html") == (leads ? nil : address))
        }
    }

    @Test func wordsAreFoundHoweverTheyAreWritten() {
        let search = WordSearch(ByteStrings(["École", "infrastructure", "плата", "Bund", "abc", "ῼ-word"]))
        func found(_ text: String) -> [String] { search.strings(in: Array(text.utf8)) }
        #expect(found("an ÉCOLE, école") == ["École"])
        #expect(found("preINFRAstructures") == ["infrastructure"])
        #expect(found("ПЛАТА") == ["плата"] && found("плата") == ["плата"])
        #expect(found("the bund.") == ["Bund"] && found("bundle").isEmpty && found("abc").isEmpty)
        let rest = search.without(search.found(in: Array("Bund".utf8)))
        #expect(rest.strings(in: Array("bund école".utf8)) == ["École"])
        #expect(!rest.isEmpty && WordSearch(ByteStrings(["abc"])).isEmpty)
    }
}
