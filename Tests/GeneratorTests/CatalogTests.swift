import Model
import Testing

@testable import Generator

/// What is listed where, and how far each discussion is.
@Suite("Catalog and plan") struct CatalogTests {
    private typealias Made = MadeContent

    private func status(_ discussion: Discussion, at now: String, forum: Forum = Made.forum()) -> Status? {
        Made.catalog([discussion], forum: forum, at: now).topics.first?.status
    }

    @Test func newestFirst() {
        let catalog = Made.catalog(
            [
                Made.discussion(
                    "2026-001", opens: "2026-03-01",
                    contributions: [Made.contribution("0001", "2026-03-05"), Made.contribution("0002", "2026-03-05")]),
                Made.discussion(
                    "2026-002", opens: "2026-05-01",
                    contributions: [Made.contribution("0001", "2026-05-05"), Made.contribution("0002", "2026-05-02")]),
                Made.discussion("2026-003", opens: "2026-03-01", contributions: [Made.contribution("0001", "2026-03-05")]),
            ], [Made.entry("b", "2026-01-01"), Made.entry("a", "2026-01-01"), Made.entry("c", "2026-02-01")])
        #expect(catalog.topics.map(\.discussion.id) == ["2026-002", "2026-003", "2026-001"])
        #expect(catalog.items.map(\.entry.id) == ["c", "b", "a"])
        let voices = catalog.voices.map { catalog.topics[$0.topic].discussion.id + "/" + $0.number }
        #expect(voices == ["2026-002/0001", "2026-002/0002", "2026-003/0001", "2026-001/0002", "2026-001/0001"])
        let category = Listings(catalog).categories.first { $0.id == "one" }
        #expect(category?.things == [.topic(0), .topic(1), .topic(2), .item(0), .item(1), .item(2)])
    }

    /// A day is a whole day in the forum's time zone, on the days on which clocks change, too.
    @Test(arguments: [
        ("Europe/Zurich", "2026-11-23", "2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"),
        ("Europe/Zurich", "2026-03-29", "2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z"),  // clocks go forward on the 29th
        ("Europe/Zurich", "2026-03-30", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"),
        ("Europe/Zurich", "2026-10-25", "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z"),  // and back on the 25th
        ("Europe/Zurich", "2026-10-26", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"),
        ("Asia/Kathmandu", "2026-11-23", "2026-11-22T18:14:59Z", "2026-11-22T18:15:00Z"),
        ("America/Santiago", "2026-09-07", "2026-09-07T02:59:59Z", "2026-09-07T03:00:00Z"),
        // Clocks go forward at midnight there: the day begins at one o'clock.
        ("America/Santiago", "2026-09-06", "2026-09-06T03:59:59Z", "2026-09-06T04:00:00Z"),
        ("Pacific/Auckland", "2026-11-23", "2026-11-22T10:59:59Z", "2026-11-22T11:00:00Z"),
        ("UTC", "2026-11-23", "2026-11-22T23:59:59Z", "2026-11-23T00:00:00Z"),
    ])
    func daysBeginInTheForumsZone(zone: String, day: String, before: String, from: String) {
        let forum = Made.forum(zone: zone)
        let opening = Made.discussion("2026-001", opens: day)
        #expect(status(opening, at: before, forum: forum) == .announced)
        #expect(status(opening, at: from, forum: forum) == .open)
        let calendar = ForumCalendar(zone)
        #expect(calendar?.day(of: Made.instant(from)) == Made.day(day))
        #expect(calendar?.day(of: Made.instant(before)).description != day)
    }

    @Test func theLastDayIsIncludedWhole() {
        let discussion = Made.discussion("2026-001", opens: "2026-10-01", closes: "2026-10-25")
        #expect(status(discussion, at: "2026-10-25T22:59:59Z") == .open)
        #expect(status(discussion, at: "2026-10-25T23:00:00Z") == .closed)
        let timed = Made.discussion("2026-001", opens: "2026-10-01T08:00:00+02:00", closes: "2026-10-25T18:00:00+01:00")
        #expect(status(timed, at: "2026-10-01T05:59:59Z") == .announced)
        #expect(status(timed, at: "2026-10-01T06:00:00Z") == .open)
        #expect(status(timed, at: "2026-10-25T16:59:59Z") == .open)
        #expect(status(timed, at: "2026-10-25T17:00:00Z") == .closed)
    }

    @Test func aDiscussionIsOpenOnlyWhileItsRoomIs() {
        let periods = [("2026-11-09", "2026-11-20"), ("2026-09-01", "2026-10-15")].map {
            Room.Period(from: Made.day($0.0), until: Made.day($0.1))
        }
        let forum = Made.forum(opening: .periods(periods))
        let discussion = Made.discussion("2026-001", opens: "2026-08-20", closes: "2026-11-30")
        let expected: [(String, Status, String?)] = [
            ("2026-08-19T21:59:59Z", .announced, "2026-08-19T22:00:00Z"), ("2026-08-20T09:00:00Z", .closed, "2026-08-31T22:00:00Z"),
            ("2026-08-31T22:00:00Z", .open, "2026-10-15T22:00:00Z"), ("2026-10-15T21:59:59Z", .open, "2026-10-15T22:00:00Z"),
            ("2026-10-15T22:00:00Z", .closed, "2026-11-08T23:00:00Z"), ("2026-11-08T23:00:00Z", .open, "2026-11-20T23:00:00Z"),
            ("2026-11-20T23:00:00Z", .closed, nil),
        ]
        for (now, status, change) in expected {
            let catalog = Made.catalog([discussion], forum: forum, at: now)
            #expect(catalog.topics.first?.status == status, "\(now)")
            #expect(catalog.nextChange == change.map(Made.instant), "\(now)")
        }
    }

    @Test(arguments: [(0, 0), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)]) func indexesArePaged(count: Int, sheets: Int) {
        let entries = (0..<count).map { Made.entry("entry-\($0)", "2026-01-01", members: ["CH"]) }
        let plan = Plan(Made.catalog([], entries))
        let indexes: [(Int) -> Subject] = [
            { .kind(.tool, sheet: $0) }, { .category("one", sheet: $0) }, { .member("CH", sheet: $0) },
            { .month(Month(Made.day("2026-01-01")), sheet: $0) },
        ]
        for of in indexes {
            #expect((1...5).count { !plan.languages(of: of($0)).isEmpty } == sheets)
        }
        #expect(plan.entries.count == 2 * 10 + 2 * 4 * sheets + count)
    }

    @Test func theArchiveHoldsDiscussionsAndLibraryEntries() {
        let catalog = Made.catalog(
            [Made.discussion("2026-001", opens: "2026-03-10"), Made.discussion("2026-002", opens: "2026-02-01")],
            [Made.entry("a", "2026-03-20"), Made.entry("b", "2026-03-01"), Made.entry("c", "2025-12-31")])
        let months = Listings(catalog).months
        #expect(months.map(\.month.description) == ["2026-03", "2026-02", "2025-12"])
        #expect(months.map(\.things) == [[.item(0), .topic(0), .item(1)], [.topic(1)], [.item(2)]])
    }

    @Test func whatIsEmptyIsNotThere() {
        let catalog = Made.catalog([
            Made.discussion("2026-001", opens: "2026-03-01", contributions: [Made.contribution("0001", "2026-03-05", member: "FR")])
        ])
        let listings = Listings(catalog)
        #expect(listings.rooms.map(\.id) == ["room"] && listings.categories.map(\.id) == ["one"])
        #expect(listings.members.map(\.code) == ["FR"] && listings.kinds.isEmpty)
        #expect(Plan(catalog).languages(of: .room("empty", sheet: 1)).isEmpty)
    }

    @Test func beforeItOpensNothingLeadsToWhoProposedOrWrote() {
        let early = Made.discussion(
            "2026-001", opens: "2026-12-01", proposedBy: "CH", contributions: [Made.contribution("0001", "2026-11-05", member: "FR")])
        let catalog = Made.catalog([early])
        #expect(catalog.topics.count == 1 && catalog.voices.isEmpty && Listings(catalog).members.isEmpty)
        #expect(Listings(Made.catalog([early], at: "2026-12-02T09:00:00Z")).members.map(\.code) == ["CH", "FR"])
    }

    @Test func whatIsNotAnnouncedIsNowhere() {
        let secret = Made.discussion("2026-001", opens: "2026-12-01", announce: false)
        let catalog = Made.catalog([secret])
        #expect(catalog.topics.isEmpty && Listings(catalog).rooms.isEmpty && Plan(catalog).languages(of: .discussion("2026-001")).isEmpty)
        #expect(catalog.nextChange == Made.instant("2026-11-30T23:00:00Z"))
        #expect(Made.catalog([secret], at: "2026-11-30T23:00:00Z").topics.count == 1)
    }

    @Test func pagesExistInTheLanguagesOfTheirTexts() {
        let plan = Plan(Made.catalog([Made.discussion("2026-001", opens: "2026-03-01", languages: [Made.english, Language("de")])]))
        #expect(plan.languages(of: .discussion("2026-001")) == [Made.english])
        #expect(plan.languages(of: .home) == [Made.english, Made.french])
        #expect(Set(plan.entries).count == plan.entries.count)
    }
}
