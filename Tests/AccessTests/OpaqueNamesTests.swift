import Access
import Model
import SeededNumbers
import Testing

@Suite struct OpaqueNamesTests {
    private func keystore(_ seed: UInt64) -> Keystore {
        var generator = Seeded(seed)
        return Keystore.create(rounds: 100_000, using: &generator)
    }

    @Test func areSixteenSymbols() {
        let names = OpaqueNames(keystore(1))
        for number in 0..<500 {
            #expect(names.name(for: "category/\(number)").wholeMatch(of: /[a-z2-7]{16}/) != nil)
        }
    }

    @Test func dependOnPurposeAndSiteAlone() throws {
        let names = OpaqueNames(keystore(1))
        #expect(Set((0..<500).map { names.name(for: "category/\($0)") }).count == 500)
        #expect(OpaqueNames(keystore(2)).name(for: "a") != names.name(for: "a"))
        var generator = Seeded(3)
        let later = try keystore(1).issue(.member("XA"), at: Instant(seconds: 0), using: &generator).keystore
        #expect(OpaqueNames(later).name(for: "a") == names.name(for: "a"))
    }
}
