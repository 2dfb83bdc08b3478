import Model
import SeededNumbers
import Testing

@testable import Statistics

/// Whatever there is, each way to divide it gives the whole.
@Suite("Sums") struct SumTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func everyBreakdownGivesTheTotal(seed: UInt64) {
        var random = Seeded(seed)
        let content = Self.content(&random)
        let period = [Made.period("2026-01-01", "2026-12-31"), Made.period("2026-03-10", "2026-08-20")].randomElement(using: &random)!
        let usage = Made.usage(content, period, regions: ["XA": "North", "XB": "South"], office: Self.office(&random))
        let total = usage.total.contributions
        func expectWhole<Key>(_ breakdown: Breakdown<Key>, _ name: String) {
            #expect(breakdown.groups.reduce(0) { $0 + $1.tally.contributions } == total, "\(name), seed \(seed)")
            #expect(breakdown.groups.reduce(0) { $0 + $1.tally.unnamed } == usage.total.unnamed, "\(name), seed \(seed)")
            #expect(breakdown.groups.reduce(0) { $0 + $1.tally.participants } >= usage.total.participants, "\(name), seed \(seed)")
            #expect(Set(breakdown.groups.map(\.key)).count == breakdown.groups.count, "\(name), seed \(seed)")
        }
        expectWhole(usage.roles, "roles")
        expectWhole(usage.origins, "origins")
        expectWhole(usage.regions, "regions")
        expectWhole(usage.rooms, "rooms")
        expectWhole(usage.months, "months")
        #expect(usage.languages.reduce(0) { $0 + $1.tally.contributions } == total)
        #expect(usage.discussions.reduce(0) { $0 + $1.tally.contributions } == total)
        let manifold = content.discussions.reduce(0) { sum, discussion in
            sum + (discussion.facts?.categories.count ?? 0) * (usage.discussions.first { $0.id == discussion.id }?.tally.contributions ?? 0)
        }
        #expect(usage.categories.groups.reduce(0) { $0 + $1.tally.contributions } == manifold)
        #expect(usage.library.kinds.reduce(0) { $0 + $1.entries } == usage.library.entries)
        #expect(usage.languages.reduce(0) { $0 + $1.entries } == usage.library.entries)
        #expect(usage.members.count(where: \.isHeard) + usage.silent.count == usage.members.count)
        #expect(usage.office.map { Self.isWhole($0) } == true, "seed \(seed)")
    }

    private static func isWhole(_ office: OfficeUse) -> Bool {
        office.rooms.reduce(0) { $0 + $1.times.decided } == office.times.decided
            && office.rooms.reduce(0) { $0 + $1.times.waiting } == office.times.waiting
            && office.moderators.reduce(0) { $0 + $1.decisions } == office.times.decided
            && office.kinds.allSatisfy { $0.approved + $0.returned + $0.rejected + $0.waiting == $0.received }
    }

    private static func content(_ random: inout Seeded) -> Content {
        let discussions = (1...Int.random(in: 1...6, using: &random)).map { index in
            let month = Int.random(in: 1...11, using: &random)
            let contributions = (0..<Int.random(in: 0...12, using: &random)).map { number in
                Made.posted(
                    "\(1_000 + number)", "2026-\(month < 10 ? "0" : "")\(month)-\(Int.random(in: 10...22, using: &random))",
                    role: Contribution.Role.allCases.randomElement(using: &random)!,
                    member: [nil, "XA", "XB", "XC", "XZ"].randomElement(using: &random)!,
                    author: [nil, "Ana", "Bo", "Cy"].randomElement(using: &random)!,
                    language: [Made.english, Made.french, Language("pt")].randomElement(using: &random)!)
            }
            return Made.discussion(
                "2026-00\(index)", room: ["a", "b", "gone"].randomElement(using: &random)!,
                categories: [["one"], ["one", "two"], ["gone"]].randomElement(using: &random)!,
                opens: "2026-\(month < 10 ? "0" : "")\(month)-01", contributions)
        }
        let entries = (0..<Int.random(in: 0...5, using: &random)).map { index in
            Made.entry("entry-\(index)", "2026-0\(Int.random(in: 1...9, using: &random))-15", members: ["XA"])
        }
        return Made.content(discussions, entries)
    }

    private static func office(_ random: inout Seeded) -> OfficeFacts {
        OfficeFacts(
            receipts: (0..<Int.random(in: 0...20, using: &random)).map { _ in
                var time = Made.instant("2025-12-01T00:00:00Z").seconds + Int.random(in: 0...20_000_000, using: &random)
                let rounds = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    let received = time
                    time += Int.random(in: 0...3_000_000, using: &random)
                    let decision = Receipt.Decision(
                        time: Instant(seconds: time), by: ["Mo", "Su"].randomElement(using: &random)!,
                        verdict: Receipt.Verdict.allCases.randomElement(using: &random)!)
                    return Receipt.Round(
                        received: Instant(seconds: received), decision: Bool.random(using: &random) ? decision : nil)
                }
                return Receipt(
                    kind: [nil, "contribution", "tool"].randomElement(using: &random)!,
                    discussion: [nil, "2026-001", "2026-099"].randomElement(using: &random)!,
                    room: [nil, "a", "gone"].randomElement(using: &random)!, language: nil, member: nil, place: nil, rounds: rounds)
            })
    }
}
