import Model
import Testing
import Theme

@testable import Submissions

@Suite struct DigestSecrecyTests {
    /// Where excerpts are off, no word of content stands in any part or header: no title, question, text, name or State.
    @Test(arguments: DigestSample.languages) func withoutExcerptsNothingOfContentIsTold(_ language: Language) throws {
        var sample = DigestSample.whole
        sample.isOpen = false
        let news = try sample.news()
        for reader in [news, news.told(to: "CH"), news.told(toGuestsOf: ["2026-003"])] {
            let mail = try sample.mail(reader, language.code)
            let parts = [mail.subject, mail.text, mail.html]
            for word in try sample.secrets(language) {
                for part in parts { #expect(!part.contains(word), "\(word)") }
            }
            for part in parts.dropFirst() { #expect(part.contains("2026-003") && part.contains("https://forum.example.org/")) }
        }
        #expect(try sample.writer().texts(news, in: language).isEmpty)
    }

    /// The test above looks for what a digest with excerpts has.
    @Test func withExcerptsTheSameWordsAreTold() throws {
        let sample = DigestSample.whole
        let mail = try sample.mail(try sample.news(), "en")
        let told = try sample.secrets(Language("en")).filter { mail.text.contains($0) }
        for word in ["Fees & forms", "How much?", "Wenren Mozhu", "China", "The beginning of library/pairs", "Announced"] {
            #expect(told.contains { $0.contains(word) || word.contains($0) }, "\(word)")
        }
        #expect(mail.html.contains("Fees &amp; forms"))
    }

    @Test func guestsReadNoTitleButTheirOwn() throws {
        let sample = DigestSample.whole
        let mail = try sample.mail(try sample.news().told(toGuestsOf: ["2026-003"]), "en")
        #expect(mail.text.contains("What an office costs"))
        for other in ["Fees", "After the course", "Announced", "Pairs", "2026-002", "2026-004", "2026-006"] {
            #expect(!mail.text.contains(other) && !mail.html.contains(other), "\(other)")
        }
    }

    /// With a server's login they have a tree of their own, and nothing else would open.
    @Test func guestsAreLedToWhatTheyCanOpen() throws {
        var sample = DigestSample.whole
        sample.gate = .server
        let writer = DigestWriter(sample.forum, try DigestSample.theme(), entryPath: { _ in nil }, guestsFolder: { "guests/\($0)/" })
        let news = try sample.news().told(toGuestsOf: ["2026-003"])
        let mail = writer.mail(news, in: Language("en"), excerpts: [:], isForGuests: true)
        #expect(mail.text.contains("https://forum.example.org/guests/2026-003/en/\n"))
        #expect(mail.html.contains("href=\"https://forum.example.org/guests/2026-003/en/\""))
    }

    @Test func whatIsNotAnnouncedIsNeverTold() throws {
        let sample = DigestSample.whole
        for code in ["en", "ar"] {
            let mail = try sample.mail(try sample.news(), code)
            #expect(!mail.text.contains("Hidden") && !mail.text.contains("2026-005"))
            // Of one that is announced, title and day, and no way to it.
            #expect(mail.text.contains("Announced") && !mail.text.contains("Not before it opens?"))
            #expect(!mail.text.contains("/2026-004/") && !mail.html.contains("/2026-004/"))
        }
    }
}

extension DigestSample {
    /// All that is sealed on the site.
    fileprivate func secrets(_ language: Language) throws -> [String] {
        var words = ["Alpinist", "Wenren Mozhu", "Forum secretariat", "G. Guest", "The beginning of", "两年来"]
        for discussion in discussions {
            for text in discussion.opening.values { words += [text.title] + text.questions }
        }
        words += entries.flatMap { $0.texts.values.map(\.title) }
        let states = try Self.theme().states
        return words + ["CH", "CN", "FR"].map { states.name(of: $0, in: language) }
    }
}
