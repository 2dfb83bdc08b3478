import Model
import Testing

@testable import Statistics

@Suite("The use made of a forum") struct UsageTests {
    @Test func contributionsAreThoseOfOthersThanModerators() {
        let usage = Made.usage(
            Made.content([
                Made.discussion(
                    "2026-001",
                    [
                        Made.posted("0001", "2026-02-01", member: "XA", author: "Ana", translations: [Made.french]),
                        Made.posted("0002", "2026-02-02", role: .moderator, author: "Mo"),
                        Made.posted("0003", "2026-02-03", role: .guest, author: "Gu"),
                        Made.posted("0004", "2026-02-04", role: .staff, author: "Su"),
                        Made.posted("0005", "2025-12-31", member: "XA", author: "Ana"),
                        Contribution(number: "0006", content: .withdrawn(.init(date: Made.day("2026-03-01"), requestedBy: .author))),
                    ]),
                Discussion(
                    id: "2026-002", facts: nil, opening: [:], contributions: [Made.posted("0001", "2026-02-01", member: "XB")],
                    summaries: [:], outcomes: [:], attachments: [], withdrawal: .init(date: Made.day("2026-04-01"), requestedBy: .member)),
            ]))
        #expect(usage.total.contributions == 3 && usage.total.participants == 3 && usage.notes == 1 && usage.withdrawn == 2)
        #expect(usage.roles[.participant].contributions == 1 && usage.roles[.staff].contributions == 1)
        #expect(usage.origins[.guests].contributions == 1 && usage.origins[.of("XA")].contributions == 1)
        let french = usage.languages.first { $0.language == Made.french }
        #expect(french?.translations == 1 && french?.tally.contributions == 0)
    }

    /// The same name for another member is somebody else; capitals and spaces make nobody else.
    @Test func participantsAreToldByNameAndMember() {
        let names = [
            ("Ana  Sol", "XA"), ("ana sol", "XA"), ("Ana Sol", "XB"), (nil, "XA"), (nil, nil), ("Zoe\u{301}", "XC"), ("Zo\u{E9}", "XC"),
        ]
        let contributions = names.enumerated().map { index, who in
            Made.posted("000\(index)", "2026-02-01", member: who.1, author: who.0)
        }
        let total = Made.usage(Made.content([Made.discussion("2026-001", contributions)])).total
        #expect(total.contributions == 7 && total.participants == 3 && total.unnamed == 2 && total.members == 3)
    }

    /// What readers are not told, the office knows; a page of the site is made without it.
    @Test func theOfficeKnowsTheMembersOfThoseWithoutAttribution() {
        let content = Made.content([Made.discussion("2026-001", [Made.posted("0001", "2026-02-01"), Made.posted("0002", "2026-02-01")])])
        let round = Receipt.Round(received: Made.instant("2026-01-30T09:00:00Z"), decision: nil)
        let office = OfficeFacts(receipts: [
            Receipt(
                kind: "contribution", discussion: "2026-001", room: nil, language: nil, member: "XB", place: "2026-001/0002",
                rounds: [round])
        ])
        let known = Made.usage(content, office: office)
        #expect(known.origins[.of("XB")].contributions == 1 && known.origins[.unstated].contributions == 1)
        let page = Made.usage(content, office: PageFacts(regions: [:], office: office).office)
        #expect(page.origins[.unstated].contributions == 2 && page.members.allSatisfy { !$0.isHeard })
        #expect(page.office?.times.waiting == 1)
    }

    /// The numbers of a region from which one member wrote are that member's.
    @Test func smallRegionsAreUnitedWithWhatIsNotStated() {
        let members = ["XA", "XB", "XC", "XD", "XE", "XG", nil]
        let contributions = members.enumerated().map { Made.posted("000\($0)", "2026-02-01", member: $1, author: "Ana \($0)") }
        let regions = ["XA": "Large", "XB": "Large", "XC": "Large", "XD": "Small", "XE": "Other", "XF": "Silent", "XG": "Third"]
        let content = Made.content([Made.discussion("2026-001", contributions)])
        func counted(_ members: [String]) -> Breakdown<Origin> {
            Usage(
                content, period: Made.period("2026-01-01", "2026-12-31"), calendar: Made.calendar,
                now: Made.instant("2026-12-31T12:00:00Z"), members: members, regions: regions.filter { members.contains($0.key) },
                office: nil
            ).regions
        }
        let all = counted(["XA", "XB", "XC", "XD", "XE", "XF", "XG"])
        #expect(all.groups.map(\.key) == [.of("Large"), .of("Other"), .of("Silent"), .of("Small"), .of("Third"), .unstated])
        #expect(all.uniting(below: 1)?.groups.map(\.key) == all.groups.map(\.key))
        let united = all.uniting(below: 3)?.groups ?? []
        #expect(united.map(\.key) == [.of("Large"), .of("Silent"), .unstated])
        #expect(united.map(\.tally.contributions) == [3, 0, 4] && united.map(\.tally.participants) == [3, 0, 4])
        #expect(united.map(\.tally.members) == [3, 0, 3])
        // Where too few would be united, another region is one of them; where fewer wrote in all, there is nothing to tell.
        #expect(all.uniting(below: 4)?.groups.map(\.key) == [.of("Silent"), .unstated])
        #expect(all.uniting(below: 7) == nil)
    }

    @Test func membersAreSilentWhereNothingOfTheirsIsInThePeriod() {
        let content = Made.content(
            [
                Made.discussion("2025-001", opens: "2025-02-01", [Made.posted("0001", "2025-02-03", member: "XA")]),
                Made.discussion("2026-001", proposedBy: "XB", []),
            ], [Made.entry("tool", "2024-05-01", members: ["XA"])])
        let usage = Made.usage(content)
        #expect(usage.silent.map(\.code) == ["XC", "XA"])
        #expect(usage.silent.map(\.lastHeard) == [nil, Made.day("2025-02-03")])
        #expect(usage.members.first { $0.code == "XB" }?.proposals == 1)
    }

    @Test func aDiscussionCountsWhereItWasOpenOnADayOfThePeriod() {
        let content = Made.content([
            Made.discussion("2025-009", opens: "2025-11-01", closes: "2026-01-01", [Made.posted("0001", "2025-11-02")]),
            Made.discussion("2025-008", opens: "2025-10-01", closes: "2025-12-31", []),
            Made.discussion("2026-001", closes: "2026-02-01", [], hasSummary: true, hasOutcome: true),
            Made.discussion("2026-002", opens: "2026-12-24", []),
        ])
        let usage = Made.usage(content)
        #expect(usage.discussions.map(\.id) == ["2025-009", "2026-001"], "the last opens after now")
        #expect(usage.discussions.map(\.isClosed) == [true, true] && usage.discussions.map(\.hasOutcome) == [false, true])
        #expect(usage.openings == ["a": 1])
        #expect(usage.discussions[0].tally.contributions == 0 && usage.discussions[0].sofar.contributions == 1)
    }

    @Test func aDiscussionIsClosedFromTheSecondAfterItsLastDay() {
        let content = Made.content([Made.discussion("2026-001", closes: "2026-02-01", [])])
        for (now, isClosed) in [("2026-02-01T22:59:59Z", false), ("2026-02-01T23:00:00Z", true)] {
            #expect(Made.usage(content, at: now).discussions.first?.isClosed == isClosed, "\(now)")
        }
        #expect(Made.usage(content, Made.period("2026-01-01", "2026-02-01")).discussions.first?.isClosed == true)
    }

    @Test func aQuestionIsAnsweredByAContributionMarkedSo() {
        let contributions = [
            Made.posted("0001", "2026-02-01", question: 2), Made.posted("0002", "2026-02-01", role: .moderator, question: 1),
            Made.posted("0003", "2026-02-01"), Made.posted("0004", "2026-02-01", question: 9),
        ]
        let usage = Made.usage(Made.content([Made.discussion("2026-001", questions: 3, contributions)]))
        #expect(usage.discussions.first?.unanswered.map(\.number) == [1, 3] && usage.discussions.first?.unassigned == 2)
    }

    @Test func daysAreThoseOfTheForumsTimeZone() {
        let period = Made.period("2026-06-01", "2026-06-01")
        let receipt = { (time: String) in
            Receipt(
                kind: nil, discussion: nil, room: nil, language: nil, member: nil, place: nil,
                rounds: [.init(received: Made.instant(time), decision: nil)])
        }
        for (time, received) in [
            ("2026-05-31T21:59:59Z", 0), ("2026-05-31T22:00:00Z", 1), ("2026-06-01T21:59:59Z", 1), ("2026-06-01T22:00:00Z", 0),
        ] {
            let usage = Made.usage(Made.content([]), period, office: OfficeFacts(receipts: [receipt(time)]))
            #expect(usage.office?.kinds.reduce(0) { $0 + $1.received } == received, "\(time)")
        }
    }
}
