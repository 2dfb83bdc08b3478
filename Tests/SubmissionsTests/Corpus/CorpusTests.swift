import Foundation
import Testing

/// Everything that somebody may send, ordinary and hostile, through the whole way from the import to what a moderator reads.
///
/// `RECORD=1` writes what the program makes of each, and fails: what was recorded is read before it is believed.
@Suite("The corpus of submissions") struct CorpusTests {
    private static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

    @Test(arguments: CorpusScenario.all) func theOfficeMakesOfItWhatIsExpected(_ scenario: CorpusScenario) throws {
        let inputs = scenario.inputs
        try #require(inputs.count == 1, "\(scenario.name) has \(inputs.count) inputs")
        let account = try CorpusOffice().account(of: inputs[0])
        let expected = try scenario.expected()
        let title = String(expected.prefix { $0 != "\n" })
        #expect(title.count > 10 && title.hasSuffix("."), "\(scenario.name): the first line says what it shows")
        let whole = title + "\n\n" + account
        if Self.records {
            try scenario.record(whole)
            Issue.record("recorded")
            return
        }
        #expect(whole == expected, "\(scenario.name): \(CorpusAccount.difference(whole, expected))")
    }

    @Test func thereAreEnough() {
        #expect(CorpusScenario.all.count >= 150)
    }
}
