import Diagnostics
import FixtureForum
import Foundation
import Testing

/// Whoever reads a finding learns where to look and what to do: every example of one in `Tests/Fixtures/invalid` says both.
@Suite struct HintTests {
    @Test func everyFindingHasAPlaceAndAHint() throws {
        let folder = TemporaryForum.fixtures + "/invalid"
        var without: Set<String> = []
        for kind in FindingKind.allCases {
            let text = try String(contentsOfFile: "\(folder)/\(kind.rawValue)/expected.txt", encoding: .utf8)
            let findings = WrittenFinding.all(in: text)
            try #require(findings.contains { $0.kind == kind.rawValue })
            for finding in findings {
                #expect(finding.hasPlace, "\(kind.rawValue): \(finding.lines)")
                if !finding.hasHint { without.insert(finding.kind) }
            }
        }
        #expect(without == [])
    }

    @Test func aHintIsToldFromWhatIsShown() {
        let head = "error[unknown-room]: there is no room \"x\"\n"
        for (rest, hasPlace, hasHint) in [
            ("  --> a.yaml:1:2\n1 | r: ^^ x\n  |    ^ write y\n", true, true), ("  --> a.yaml:1:2\n1 | r: ^^ x\n  |    ^\n", true, false),
            ("  --> a.yaml:1:1\n  = put a file there\n", true, true), ("  --> a.yaml:1:1\n", true, false), ("  = write it\n", false, true),
        ] {
            let findings = WrittenFinding.all(in: head + rest + head)
            #expect(findings.count == 2 && findings[0].hasPlace == hasPlace && findings[0].hasHint == hasHint, "\(rest)")
        }
    }
}

/// A finding as `FindingWriter` has written it.
private struct WrittenFinding {
    let kind: String
    /// All but the first.
    let lines: [Substring]

    var hasPlace: Bool { lines.first?.wholeMatch(of: #/  --> \S.*:\d+:\d+/#) != nil }

    /// Behind the carets, or on a line of its own.
    var hasHint: Bool { lines.last.map { $0.wholeMatch(of: #/ +(?:\| +\^+|=) \S.*/#) != nil } ?? false }

    static func all(in text: String) -> [WrittenFinding] {
        var findings: [WrittenFinding] = []
        for line in text.split(separator: "\n") {
            if let head = line.prefixMatch(of: #/(?:error|warning)\[([a-z0-9-]+)\]: /#) {
                findings.append(WrittenFinding(kind: String(head.1), lines: []))
            } else if let last = findings.popLast() {
                findings.append(WrittenFinding(kind: last.kind, lines: last.lines + [line]))
            }
        }
        return findings
    }
}
