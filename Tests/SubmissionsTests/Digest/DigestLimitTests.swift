import Foundation
import Model
import Testing

@testable import Submissions

@Suite struct DigestLimitTests {
    @Test func theSameContentGivesTheSameMail() throws {
        var sample = DigestSample.whole
        let mail = try sample.mail(try sample.news(), "zh")
        sample.excerpts = Dictionary(uniqueKeysWithValues: sample.excerpts.reversed().map { ($0.key, $0.value) })
        #expect(try sample.mail(try sample.news(), "zh") == mail)
    }

    @Test func linesHaveAtMost72Columns() throws {
        for code in ["en", "ar", "zh", "ru"] {
            let mail = try DigestSample.whole.mail(try DigestSample.whole.news(), code)
            for line in mail.text.split(separator: "\n") where !line.contains("https://") {
                #expect(Columns.width(of: line) <= 72, "\(line)")
            }
        }
    }

    /// Characters that stand in no text, as far as a text can hold them.
    private static let odd = String([0xFFFF, 0xFEFF, 0x62, 0xFDD0, 0xE0041].compactMap { Unicode.Scalar($0) }.map(Character.init))

    /// Hostile titles, questions and names stay words in one line.
    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\r\nBcc: victim@example.org\r\n\r\nb",
        "\u{202E}gnorw\u{202C}\u{2066}x",
        "line\u{2028}separator\u{2029}and\u{85}more\u{0}", Self.odd, "{{{html}}}{{title}}", "--><table>",
        "Z" + String(repeating: "\u{301}", count: 10_000), String(repeating: "long ", count: 2_000), String(repeating: "字", count: 10_000),
    ]) func noTextOfOthersBreaksOut(_ text: String) throws {
        var sample = DigestSample()
        sample.add(
            "2026-001", opens: "2026-11-17", ["en": text], questions: [text, text],
            [DigestSample.posted("2026-11-18", member: "CH", author: text)])
        for path in sample.excerpts.keys { sample.excerpts[path] = text }
        let harmless = DigestSample.harmless
        for code in ["en", "ar"] {
            let mail = try sample.mail(try sample.news(), code)
            let other = try harmless.mail(try harmless.news(), code)
            let tags = { (html: String) in html.matches(of: /<[^>]*>/).map { String($0.0) } }
            #expect(tags(mail.html) == tags(other.html))
            #expect(mail.subject == other.subject)
            for scalar in (mail.text + mail.html).unicodeScalars {
                let value = scalar.value
                let isControl = (value < 0x20 && value != 0x0A) || (0x7F..<0xA0).contains(value) || value & 0xFFFE == 0xFFFE
                let turns = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x2028 || value == 0x2029
                #expect(!isControl && !turns, "\(value)")
            }
            for line in mail.text.split(separator: "\n") { #expect(line.unicodeScalars.count < 500) }
            #expect(mail.html.utf8.count < 20_000)
        }
    }

    @Test func aForumOfManyDiscussionsTakesLittleAndRendersWhatIsNew() throws {
        var sample = DigestSample()
        for number in 1...2_500 {
            let id = "2026-\(number < 100 ? "0" : "")\(number < 10 ? "0" : "")\(number)"
            let day = number > 2_490 ? "2026-11-17" : "2026-03-0\(1 + number % 9)"
            sample.add(
                id, opens: "2026-01-05", ["en": "Discussion \(number)"], questions: ["One?", "Two?"],
                (0..<6).map { _ in DigestSample.posted(day, member: "CH", author: "Ana", question: 1) })
        }
        let clock = ContinuousClock()
        var asked = 0
        let time = try clock.measure {
            let news = try sample.news()
            asked = try sample.writer().texts(news, in: Language("en")).count
            let mail = try sample.mail(news.told(to: "CH"), "en")
            #expect(mail.html.utf8.count <= DigestLimits.html)
        }
        #expect(asked == 60)
        #expect(time < .seconds(2), "\(time)")
    }

    /// More than fits: all kinds of things, with texts as long as they can be.
    @Test(arguments: ["zh", "ar", "en"]) func theHTMLIsNeverTooLargeForAMailProgram(_ code: String) throws {
        var sample = DigestSample()
        let long = String(repeating: code == "zh" ? "字" : "'\"", count: 400)
        for number in 100...180 {
            sample.add(
                "2026-\(number)", opens: number < 140 ? "2026-11-17" : "2026-11-01", closes: "2026-11-30", [code: long],
                questions: (0..<12).map { _ in long },
                (0..<12).map { DigestSample.posted("2026-11-18", member: "CH", author: long, replyTo: $0 > 0 ? "0001" : nil) })
        }
        for path in sample.excerpts.keys { sample.excerpts[path] = long }
        let mail = try sample.mail(try sample.news().told(to: "FR"), code)
        #expect(mail.html.utf8.count <= DigestLimits.html)
        #expect(mail.html.utf8.count > 20_000)
        #expect(mail.text.contains(code == "en" ? "more in the forum" : code == "zh" ? "论坛中还有" : "في المنتدى"))
    }

    @Test func aLineIsBrokenWhereAReaderBearsIt() {
        #expect(Columns.wrapped("one two three", limit: 8) == ["one two", "three"])
        #expect(Columns.wrapped("two three", first: "1. ", limit: 8) == ["1. two", "   three"])
        // No line of Chinese begins with a full stop or ends with what opens a quotation.
        #expect(Columns.wrapped("一二三四。五六", limit: 8) == ["一二三", "四。五六"])
        #expect(Columns.wrapped("一二三「四五", limit: 8) == ["一二三", "「四五"])
        #expect(Columns.wrapped("", limit: 8) == [""])
        #expect(Columns.width(of: "a字e\u{301}") == 4)
    }

    @Test func aCutEndsAtAWordAndSaysSo() {
        #expect(OneLine.text("  one \n two ", limit: 20) == "one two")
        #expect(OneLine.text("one two three", limit: 10) == "one two…")
        #expect(OneLine.text("字字字字字字", limit: 8) == "字字字…")
        #expect(OneLine.text("one, two", limit: 7) == "one…")
        #expect(OneLine.text("Prix\u{A0}: dix", limit: 20) == "Prix\u{A0}: dix")
    }
}

extension DigestSample {
    fileprivate static let harmless: DigestSample = {
        var sample = DigestSample()
        sample.add(
            "2026-001", opens: "2026-11-17", ["en": "a"], questions: ["a", "a"],
            [posted("2026-11-18", member: "CH", author: "a")])
        for path in sample.excerpts.keys { sample.excerpts[path] = "a" }
        return sample
    }()
}
