import Foundation
import SeededNumbers
import Testing

@testable import Submissions

@Suite("Near-duplicates")
struct SketchTests {
    private static let texts = [Texts.english, Texts.french, Texts.spanish, Texts.russian, Texts.arabic, Texts.chinese]

    private func sketch(_ text: String) -> Sketch { Sketch(of: [UInt8](text.utf8)) }

    /// The share of `text` that is known, or nil.
    private func share(_ text: String, of known: String) -> Int? {
        KnownTexts([KnownText(.submission(1), sketch(known))]).near(sketch(text), except: []).first?.share
    }

    /// A long text of its own words.
    private func prose(_ seed: UInt64, words count: Int = 400) -> [String] {
        var numbers = Seeded(seed)
        return (0..<count).map { _ in
            String((0..<Int.random(in: 2...9, using: &numbers)).map { _ in "abcdefghiklmnoprstu".randomElement(using: &numbers) ?? "a" })
        }
    }

    @Test(arguments: texts) func knowsTheSameTextHoweverItIsSpelt(text: String) throws {
        #expect(share(text, of: text) == 100)
        #expect(share(text.uppercased(), of: text) == 100)
        #expect(share(text.decomposedStringWithCanonicalMapping, of: text) == 100)
        #expect(share(text.replacing(" ", with: "\n").replacing(",", with: " – "), of: text) == 100)
    }

    @Test(arguments: texts) func doesNotTakeOneTextForAnother(text: String) {
        for other in Self.texts where other != text { #expect(share(text, of: other) == nil) }
    }

    @Test func aChangedWordHidesNoCopy() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var words = prose(seed)
            let original = words.joined(separator: " ")
            for index in stride(from: 5, to: words.count, by: 10) { words[index] = "otherwise" }
            let found = try #require(share(words.joined(separator: " "), of: original))
            #expect((50...90).contains(found))
        }
        let chinese = Texts.chinese.replacing("春天", with: "夏季").replacing("两名", with: "三位")
        #expect((share(chinese, of: Texts.chinese) ?? 0) >= 60)
    }

    @Test func aQuotationIsNoCopy() {
        let original = (0..<8).map { prose(UInt64(100 + $0), words: 60).joined(separator: " ") }
        let own = prose(7, words: 250).joined(separator: " ")
        #expect(share(own + "\n\n" + original[3], of: original.joined(separator: "\n\n")) == nil)
        #expect(share(own + "\n\n" + original[3], of: original[3]) == nil)
        #expect(share(own + "\n\n> " + original.joined(separator: "\n> "), of: original.joined(separator: "\n\n")) == nil)
    }

    @Test func aPartOrAnEnlargedTextIsACopy() {
        let original = prose(1)
        #expect((share(original[..<200].joined(separator: " "), of: original.joined(separator: " ")) ?? 0) >= 90)
        #expect((share((original + prose(2)).joined(separator: " "), of: original.joined(separator: " ")) ?? 0) >= 90)
    }

    @Test func frontMatterIsNoPartOfIt() {
        let fields = "---\nkind: contribution\nauthor: {name: Somebody with a long name, institution: Office of the State}\n---\n\n"
        #expect(sketch(fields + Texts.english) == sketch(Texts.english))
        #expect(sketch("---\n" + Texts.english) == sketch(Texts.english))
    }

    @Test func aShortTextIsLikeNothing() {
        #expect(share("We agree with what was said.", of: "We agree with what was said.") == nil)
    }

    @Test(arguments: [
        "We have had the same experience in our office, and would be glad to hear from others how they find trainers who stay for longer than"
            + " a single course in the year",
        "The trainers of our office meet every spring with those of the region",
        "Nous souhaiterions savoir comment les autres offices forment leurs examinateurs",
        "Мы хотели бы узнать, как другие ведомства обучают своих экспертов", "我们希望了解其他局如何培训本国的审查员和工作人员",
    ]) func aChangedEndHidesNoCopyOfAShortText(text: String) {
        #expect(share(text, of: text) == 100)
        let isSpaced = text.contains(" ")
        let start = isSpaced ? text[..<(text.lastIndex(of: " ") ?? text.endIndex)] : text.dropLast(2)
        #expect((share(start + (isSpaced ? " otherwise" : "代表"), of: text) ?? 0) >= 60, "\(text)")
    }

    @Test func aChangedWordHidesNoCopyOfAShortText() {
        let text = "The trainers of our office meet every spring with those of the region"
        #expect((share(text.replacing("spring", with: "autumn"), of: text) ?? 0) >= 60)
    }

    /// People begin alike, and say different things.
    @Test func shortTextsThatBeginAlikeAreNoCopies() {
        let texts = [
            "We thank the office for this question. In our country trainers are paid by the ministry.",
            "We thank the office for this question. Our examiners learn from each other, week by week.",
            "We thank the office for this question. Every course ends with a test that all may repeat.",
            "Our office agrees with the office of the neighbouring country about the fees for small firms.",
            "Our office agrees with what was said before about courses that are held from afar in winter.",
            "Could the office tell us how many people came to the last course, and who paid for it?",
        ]
        for text in texts { for other in texts where other != text { #expect(share(text, of: other) == nil, "\(text) \(other)") } }
    }

    @Test func theLikestComesFirstAndOneselfNever() {
        let text = prose(3)
        let known = KnownTexts([
            KnownText(.submission(1), sketch(text[..<250].joined(separator: " ") + prose(4, words: 100).joined(separator: " "))),
            KnownText(.submission(2), sketch(text.joined(separator: " "))), KnownText(.submission(3), sketch(text.joined(separator: " "))),
            KnownText(.submission(4), sketch(prose(5).joined(separator: " "))),
        ])
        let near = known.near(sketch(text.joined(separator: " ")), except: [.submission(3)])
        #expect(near.map(\.source) == [.submission(2), .submission(1)])
    }

    /// What is kept of a text is an eighth of its letters, and asking for one text looks at what is kept of it alone.
    @Test func costsLittle() {
        let text = prose(9, words: 4_000).joined(separator: " ")
        let letters = text.count { $0 != " " }
        #expect((letters / 10...letters / 6).contains(sketch(text).hashes.count))
        #expect(sketch(String(repeating: "word ", count: 100_000)).hashes.count <= 4)
    }

    /// Written down, so that a sketch is the same on every machine and in every run.
    @Test func isWrittenDown() {
        let hashes = sketch(Texts.english).hashes
        #expect(hashes.count == 23 && hashes.first == 656_000_430_181_387_408, "\(hashes.count) \(hashes.first ?? 0)")
    }
}
