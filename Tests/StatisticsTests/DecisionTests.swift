import Model
import Testing

@testable import Statistics

@Suite("The office's decisions") struct DecisionTests {
    private let begins = Made.instant("2026-01-01T00:00:00Z")
    private let ends = Made.instant("2027-01-01T00:00:00Z")

    private func receipt(_ rounds: [(String, String?, Receipt.Verdict)], kind: String? = "contribution", by: String = "Mo") -> Receipt {
        Receipt(
            kind: kind, discussion: nil, room: "a", language: nil, member: nil, place: nil,
            rounds: rounds.map { received, decided, verdict in
                Receipt.Round(
                    received: Made.instant(received),
                    decision: decided.map { Receipt.Decision(time: Made.instant($0), by: by, verdict: verdict) })
            })
    }

    /// A text that came back after a return is measured again.
    @Test func timesAreThoseOfEachRound() {
        let receipts = [
            receipt([
                ("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .returned), ("2026-02-03T10:00:00Z", "2026-02-03T11:00:00Z", .approved),
            ]),
            receipt([("2026-02-01T10:00:00Z", "2026-02-02T10:00:00Z", .rejected)]),
            receipt([("2026-12-31T10:00:00Z", nil, .approved)]), receipt([("2026-12-31T10:00:00Z", "2027-01-02T10:00:00Z", .approved)]),
            receipt([("2025-12-31T10:00:00Z", "2025-12-31T12:00:00Z", .approved)]),
            receipt([("2027-02-01T10:00:00Z", nil, .approved)]),
        ]
        let times = DecisionTimes(receipts, begins: begins, ends: ends)
        #expect(times.decided == 3 && times.median == 7_200 && times.longest == 86_400 && times.waiting == 2)
        #expect(DecisionTimes([], begins: begins, ends: ends).median == nil)
    }

    @Test func aClockThatWasSetBackMakesNoTimeNegative() {
        let times = DecisionTimes(
            [receipt([("2026-02-01T10:00:00Z", "2026-02-01T09:00:00Z", .approved)])], begins: begins, ends: ends)
        #expect(times.longest == 0)
    }

    @Test func moderatorsAreCountedByWhatTheyDecided() {
        let receipts = [
            receipt([("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .returned)], by: "Zoe"),
            receipt([("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .approved)], by: "Ann"),
            receipt([("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .rejected)], by: "Ann"),
        ]
        let all = ModeratorUse.all(receipts, begins: begins, ends: ends)
        #expect(all.map(\.name) == ["Ann", "Zoe"] && all.map(\.decisions) == [2, 1] && all[0].approved == 1 && all[0].rejected == 1)
    }

    /// How it stood at the end of the period, not how it went on.
    @Test func whatCameInIsToldAsItStoodAtTheEnd() {
        let receipts = [
            receipt([("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .returned), ("2026-03-01T10:00:00Z", nil, .approved)]),
            receipt([("2026-12-30T10:00:00Z", "2027-01-03T12:00:00Z", .approved)]),
            receipt([("2026-02-01T10:00:00Z", "2026-02-01T12:00:00Z", .approved)], kind: nil),
        ]
        let kinds = ReceivedKind.all(receipts, begins: begins, ends: ends)
        #expect(kinds.map(\.kind) == ["contribution", nil])
        #expect(kinds[0].received == 2 && kinds[0].waiting == 2 && kinds[0].returned == 0 && kinds[1].approved == 1)
    }
}
