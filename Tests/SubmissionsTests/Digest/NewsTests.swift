import Model
import SeededNumbers
import Testing

@testable import Submissions

@Suite struct NewsTests {
    /// What a digest tells, a word for each thing.
    private func told(_ news: News) -> [String] {
        let posts = { (mark: String, said: [News.Said]) in
            said.flatMap { said in said.contributions.map { "\(mark) \(said.topic.discussion.id)/\($0.number)" } }
        }
        return news.opened.map { "opened \($0.discussion.id)" } + posts("new", news.contributions) + posts("reply", news.replies)
            + posts("corrected", news.corrected) + news.entries.map { "entry \($0.id)" }
            + news.results.map { "\($0.isOutcome ? "outcome" : "summary") \($0.topic.discussion.id)" }
    }

    @Test func eachThingIsToldForWhatItIs() throws {
        let news = try DigestSample.whole.news()
        #expect(
            told(news) == [
                "opened 2026-003", "new 2026-002/0002", "new 2026-002/0003", "new 2026-002/0004", "new 2026-002/0005",
                "corrected 2026-001/0001", "entry pairs",
            ])
        #expect(news.closing.map(\.topic.discussion.id) == ["2026-002"] && news.closing.map(\.left) == [4])
        #expect(news.opening.map(\.discussion.id) == ["2026-004"])
        #expect(news.unanswered.map(\.topic.discussion.id) == ["2026-002", "2026-006"])
        #expect(news.unanswered.map(\.questions) == [[3], []])
    }

    @Test func aSummaryIsOfTheDayThatTheLogKnowsElseOfTheLastDay() throws {
        let sample = DigestSample.whole
        let lastDay = DigestSample.day("2026-10-02")
        #expect(told(try sample.news(lastDay...lastDay)) == ["summary 2026-001"])
        var days = ClosingDays()
        days.note("2026-001", on: DigestSample.day("2026-11-17"))
        #expect(told(try sample.news(lastDay...lastDay, days: days)).isEmpty)
        #expect(told(try sample.news(days: days)).contains("summary 2026-001"))
    }

    /// Any way to cut the year into periods tells each thing once.
    @Test func periodsThatMeetTellEachThingOnce() throws {
        let sample = DigestSample.whole
        let (first, last) = (DigestSample.day("2026-01-01"), DigestSample.day("2026-11-23"))
        let whole = told(try sample.news(first...last)).filter { !$0.hasPrefix("corrected") }
        #expect(whole.count > 8)
        var numbers = Seeded(11)
        let calendar = try DigestSample.calendar()
        for _ in 0..<40 {
            var parts: [String] = []
            var start = first
            while start <= last {
                let length = Int.random(in: 0..<60, using: &numbers)
                let noon = calendar.start(of: start).seconds + length * 86_400 + 43_200
                let end = min(last, calendar.day(of: Instant(seconds: noon)))
                parts += told(try sample.news(start...end))
                start = calendar.day(of: calendar.closing(.day(end)))
            }
            #expect(parts.filter { !$0.hasPrefix("corrected") }.sorted() == whole.sorted())
            #expect(parts.count { $0.hasPrefix("corrected") } <= 1)
        }
    }

    @Test func whatIsNewAndCorrectedAtOnceIsNew() throws {
        var sample = DigestSample()
        sample.add(
            "2026-001", opens: "2026-11-01", ["en": "A"], questions: [], [DigestSample.posted("2026-11-17", corrected: "2026-11-18")])
        #expect(told(try sample.news()) == ["new 2026-001/0001"])
    }

    /// What was written before a discussion opens is seen with it.
    @Test func aContributionIsOfTheDayOnWhichItCanBeSeen() throws {
        var sample = DigestSample()
        sample.add("2026-001", opens: "2026-11-18", ["en": "A"], questions: [], [DigestSample.posted("2026-11-10")])
        #expect(told(try sample.news()) == ["opened 2026-001", "new 2026-001/0001"])
    }

    @Test func daysAreTheForumsOwn() throws {
        var sample = DigestSample()
        let monday = try DigestSample.calendar().start(of: DigestSample.day("2026-11-16"))
        for (index, seconds) in [-1, 0].enumerated() {
            let facts = Discussion.Facts(room: "english", categories: ["c"], opens: .time(Instant(seconds: monday.seconds + seconds)))
            sample.discussions.append(
                Discussion(
                    id: "2026-00\(index + 1)", facts: facts, opening: [:], contributions: [], summaries: [:], outcomes: [:], attachments: []
                ))
        }
        #expect(told(try sample.news()) == ["opened 2026-002"])
    }

    @Test func aStateIsToldWhatAnswersItAndNothingTwice() throws {
        let news = try DigestSample.whole.news()
        #expect(told(news.told(to: "CH")).contains("reply 2026-002/0002"))
        #expect(!told(news.told(to: "CH")).contains("new 2026-002/0002"))
        #expect(told(news.told(to: "CN")) == told(news))
        var own = DigestSample()
        let answer = DigestSample.posted("2026-11-17", member: "CH", replyTo: "0001")
        own.add("2026-001", opens: "2026-11-01", ["en": "A"], questions: [], [DigestSample.posted("2026-11-02", member: "CH"), answer])
        #expect(told(try own.news().told(to: "CH")) == ["new 2026-001/0002"])
    }

    @Test func guestsAreToldOfTheirDiscussionsAlone() throws {
        let news = try DigestSample.whole.news()
        let own = news.told(toGuestsOf: ["2026-003"])
        #expect(told(own) == ["opened 2026-003"])
        #expect(own.closing.isEmpty && own.opening.isEmpty && own.unanswered.isEmpty)
        // One that takes no guests is nobody's as a guest.
        #expect(news.told(toGuestsOf: ["2026-002"]).isEmpty)
    }

    @Test func whatIsWithdrawnIsNotTold() throws {
        var sample = DigestSample()
        sample.add("2026-001", opens: "2026-11-01", ["en": "A"], questions: ["B?"], [nil, DigestSample.posted("2026-11-02")])
        #expect(try sample.news().isEmpty)
        let gone = Discussion(
            id: "2026-002", facts: nil, opening: [:], contributions: [], summaries: [:], outcomes: [:], attachments: [],
            withdrawal: Withdrawal(date: DigestSample.day("2026-11-18"), requestedBy: .member))
        sample.discussions.append(gone)
        #expect(try sample.news().isEmpty)
    }

    @Test func whatClosesOrOpensSoonIsNoNews() throws {
        var sample = DigestSample()
        sample.add("2026-001", opens: "2026-11-01", closes: "2026-11-24", ["en": "A"], questions: ["B?"], [])
        sample.add("2026-002", opens: "2026-12-01", ["en": "C"], questions: [], [])
        let news = try sample.news()
        #expect(news.isEmpty && news.closing.count == 1 && news.opening.count == 1 && news.unanswered.count == 1)
    }
}
