import GFMSpecification
import Markdown
import Testing

@Suite("The examples of the GFM specification")
struct ConformanceTests {
    @Test func everyExampleIsAsSpecifiedApartFromTheDifferences() throws {
        let examples = try GFMSpecification.afterDifferences()
        #expect(examples.count == 673)
        for example in examples { #expect(html(example.markdown) == example.expected, "example \(example.number)") }
    }

    @Test("No difference lists an example that it does not change", arguments: Difference.all.map(\.name))
    func differencesAreNeeded(name: String) throws {
        let examples = try GFMSpecification.examples()
        let difference = try #require(Difference.all.first { $0.name == name })
        let before = Difference.all.prefix { $0.name != name }
        for number in difference.examples {
            let example = try #require(examples.first { $0.number == number })
            var expected = example.expected
            for earlier in before where earlier.examples.contains(number) { expected = try earlier.apply(example, expected) }
            #expect(try difference.apply(example, expected) != expected, "example \(number)")
        }
    }
}
