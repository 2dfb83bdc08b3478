import Diagnostics
import Documents
import GrowthOfCost
import Testing

@Suite struct YAMLTests {
    private enum Colour: String, CaseIterable {
        case red, green
    }

    private func findings(_ yaml: String, _ read: (inout YAMLMap) -> Void = { _ = $0.everything() }) -> [Finding] {
        var findings: [Finding] = []
        guard var map = YAMLMap.read(path: "x.yaml", bytes: Array(yaml.utf8), findings: &findings) else { return findings }
        read(&map)
        return findings + map.finish()
    }

    private func kinds(_ yaml: String, _ read: (inout YAMLMap) -> Void = { _ = $0.everything() }) -> [FindingKind] {
        findings(yaml, read).map(\.kind)
    }

    @Test func valuesAreWhatIsAskedFor() {
        let yaml =
            "number: 0003\ncount: 12\nyes: true\ncolour: green\nlist: [a, 'b', 2026-01-01]\nfolded: >-\n  one\n  two\nmaps:\n  - {id: x}\n"
        let none = findings(yaml) { map in
            #expect(map.text("number") == "0003")
            #expect(map.number("count", in: 1...99) == 12)
            #expect(map.flag("yes") == true)
            #expect(map.choice("colour", of: Colour.self) == .green)
            #expect(map.texts("list") == ["a", "b", "2026-01-01"])
            #expect(map.text("folded") == "one two")
            #expect(map.maps("maps") { $0.text("id") } == ["x"])
            #expect(map.text("absent") == nil)
        }
        #expect(none == [])
    }

    @Test func wrongTypes() {
        #expect(kinds("a: [x]") { _ = $0.text("a") } == [.wrongType])
        #expect(kinds("a:") { _ = $0.text("a") } == [.wrongType])
        #expect(kinds("a: ~") { _ = $0.text("a") } == [.wrongType])
        #expect(kinds("a: x") { _ = $0.texts("a") } == [.wrongType])
        #expect(kinds("a: 'true'") { _ = $0.flag("a") } == [.wrongType])
        #expect(kinds("a: '1'") { _ = $0.number("a", in: 0...9) } == [.wrongType])
        #expect(kinds("a: -1") { _ = $0.number("a", in: 0...9) } == [.wrongType])
        #expect(kinds("a: 99999999999999999999") { _ = $0.number("a", in: 0...9) } == [.wrongType])
        #expect(kinds("a: 12") { _ = $0.number("a", in: 0...9) } == [.badValue])
        #expect(kinds("a: \"x\\u0007y\"") { _ = $0.text("a") } == [.badValue])
        #expect(kinds("a: \"x\\u0085y\"") { _ = $0.text("a") } == [.badValue])
        #expect(kinds("a: |\n  x\n  y\n") { _ = $0.text("a") } == [.badValue])
        #expect(findings("a: yes") { _ = $0.flag("a") }.first?.hint == "write a: true")
        #expect(kinds("- a\n- b\n") == [.wrongType])
        #expect(kinds("just a text") == [.wrongType])
        #expect(kinds("# nothing but a comment\n") == [])
    }

    @Test func keysThatNobodyKnows() {
        let found = findings("titel: A\ntitle: B\n") { _ = $0.text("title") }
        #expect(found.map(\.kind) == [.unknownKey])
        #expect(found.first?.hint == "did you mean \"title\"?")
        #expect(kinds("b: 1") { _ = $0.text("a", required: true) } == [.missingKey, .unknownKey])
        #expect(kinds("a: {b: 1}") { _ = $0.map("a") { $0.text("c") } } == [.unknownKey])
        #expect(kinds("a: 1\na: 2\na: 3\n") == [.duplicateKey, .duplicateKey])
    }

    @Test(arguments: [
        "a: &x 1", "a: *x", "a: !!str 1", "a: !x {}", "&x a: 1", "*x : 1", "a: [&x b]", "<<: *x", "!<tag:x> a: 1", "--- &x\na: 1",
    ]) func anchorsAliasesAndTagsAreRefused(_ yaml: String) {
        #expect(kinds(yaml) == [.yamlAlias])
    }

    @Test(arguments: ["a: b*c & d!", "a: 'x & *y'", "a: b: c", "a: |\n  &x *y !z\n"]) func whatOnlyLooksLikeOneIsNot(_ yaml: String) {
        #expect(!kinds(yaml).contains(.yamlAlias))
    }

    @Test(arguments: [
        "a: [", "a: 'x", "a: b: c", "\ta: 1", "a: 1\n...\nb: 2\n", "a: 1\n---\nb: 2\n", "a: \u{1}", "{a: [b}: c]", "? [x]\n: y",
    ])
    func syntax(_ yaml: String) {
        #expect(kinds(yaml) == [.yamlSyntax])
    }

    @Test func whatGoesDeepCostsNothing() {
        for (piece, count) in [("[", 60_000), ("{a: ", 15_000), ("- ", 25_000)] {
            let growth = Cost.growth(from: count) {
                let found = kinds("a: \n " + String(repeating: piece, count: $0))
                #expect(found == [.yamlTooDeep])
            }
            #expect(growth < Cost.quadratic, "\(piece)")
        }
        let twenty = "a: " + String(repeating: "[", count: 19) + String(repeating: "]", count: 19)
        #expect(kinds(twenty) == [])
        #expect(kinds("a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20)) == [.yamlTooDeep])
    }

    @Test func whatIsLongCostsItsLength() {
        let growth = Cost.growth(from: 1_000) { count in
            let keys = (0..<count).map { "k\($0 % (count * 3 / 4)): 1" }.joined(separator: "\n")
            let found = findings(keys) { _ in }
            #expect(found.count == 2 * (FindingList.limit + 1), "a hundred of both kinds, and how many more there are")
            #expect(Set(found.map(\.kind)) == [.duplicateKey, .unknownKey])
        }
        #expect(growth < Cost.quadratic)
    }

    @Test func placesAfterLineBreaksThatOnlyYAMLKnows() {
        let found = findings("a: \"x\u{2028}y\u{85}z\"\nb: [1]\n") { map in
            _ = map.node("a")
            _ = map.text("b")
        }
        #expect(found.first?.location?.line == 2)
        #expect(found.first?.location?.column == 4)
    }
}
