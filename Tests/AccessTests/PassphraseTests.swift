import Access
import SeededNumbers
import Testing

private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

@Suite struct PassphraseTests {
    @Test func isFiveGroupsOfFourThatReadBack() throws {
        var generator = Seeded(1)
        for _ in 0..<200 {
            let passphrase = Passphrase(using: &generator)
            let groups = passphrase.grouped.split(separator: "-")
            #expect(groups.count == 5 && groups.allSatisfy { $0.count == 4 })
            #expect(passphrase.symbols.allSatisfy(alphabet.contains))
            #expect(try Passphrase(passphrase.grouped) == passphrase)
        }
    }

    @Test func twoAreNeverTheSame() {
        var generator = SystemRandomNumberGenerator()
        #expect(Set((0..<1000).map { _ in Passphrase(using: &generator) }).count == 1000)
    }

    @Test func everySymbolComesUpEverywhere() {
        var generator = Seeded(2)
        var seen = [Set<Character>](repeating: [], count: 20)
        for _ in 0..<2000 {
            for (index, symbol) in Passphrase(using: &generator).symbols.enumerated() { seen[index].insert(symbol) }
        }
        #expect(seen.allSatisfy { $0.count == 32 })
    }

    @Test(arguments: 0..<20) func everyWrongSymbolIsNoticed(seed: UInt64) {
        var generator = Seeded(seed)
        let right = Array(Passphrase(using: &generator).symbols)
        for index in right.indices {
            for symbol in alphabet where symbol != right[index] {
                var wrong = right
                wrong[index] = symbol
                #expect(throws: Passphrase.Mistake.check) { try Passphrase(String(wrong)) }
            }
        }
    }

    @Test(arguments: 0..<50) func everySwapIsNoticed(seed: UInt64) {
        var generator = Seeded(seed)
        let right = Array(Passphrase(using: &generator).symbols)
        for a in right.indices {
            for b in right.indices where a < b && right[a] != right[b] {
                var wrong = right
                wrong.swapAt(a, b)
                #expect(throws: Passphrase.Mistake.check) { try Passphrase(String(wrong)) }
            }
        }
    }

    /// The check symbols as FORMAT.md defines them, worked out by hand for 18 times the symbol 1 and for one example.
    @Test func checkSymbolsAreAsWrittenDown() throws {
        #expect(try Passphrase("0000-0000-0000-0000-0000").symbols == "00000000000000000000")
        #expect(throws: Passphrase.Mistake.check) { try Passphrase("1111-1111-1111-1111-1111") }
        #expect(try Passphrase("0000-0000-0000-0000-0132").symbols == "00000000000000000132")
    }

    @Test func lookalikesCaseAndSpacingMakeNoDifference() throws {
        let right = try Passphrase("0000-0000-0000-0000-0132")
        for typed in [
            "oOoO ooOO 0000 0000 0i32", "0000000000000000 0l32", "00000000000000000L32\n", "\u{FEFF}0000–0000—0000‑0000\u{00A0}0132",
            "００００－００００－００００－００００－０１３２", "٠٠٠٠-٠٠٠٠-٠٠٠٠-٠٠٠٠-٠١٣٢", "۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۱۳۲",
        ] {
            #expect(try Passphrase(typed) == right)
        }
        var generator = Seeded(3)
        let other = Passphrase(using: &generator)
        #expect(try Passphrase(other.grouped.lowercased()) == other)
    }

    @Test func saysWhatIsWrong() {
        #expect(throws: Passphrase.Mistake.length) { try Passphrase("") }
        #expect(throws: Passphrase.Mistake.length) { try Passphrase("0000-0000-0000-0000-013") }
        #expect(throws: Passphrase.Mistake.length) { try Passphrase("0000-0000-0000-0000-0132-0") }
        #expect(throws: Passphrase.Mistake.length) { try Passphrase(String(repeating: "0", count: 1_000_000)) }
        #expect(throws: Passphrase.Mistake.symbol("U")) { try Passphrase("U000-0000-0000-0000-0132") }
        #expect(throws: Passphrase.Mistake.symbol("é")) { try Passphrase("é000-0000-0000-0000-0132") }
    }
}
