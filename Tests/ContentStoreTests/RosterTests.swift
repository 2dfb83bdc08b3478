import Diagnostics
import Files
import Foundation
import Model
import Testing

@testable import ContentStore

@Suite struct RosterTests {
    private func load(_ text: String?) throws -> Loaded<Roster> {
        let folder = FileManager.default.temporaryDirectory.path + "/rostrum-roster-" + UUID().uuidString
        try FileSystem.makeFolder(folder)
        defer {
            do { try FileSystem.remove(folder) } catch { print("cannot remove \(folder): \(error)") }
        }
        if let text { try FileSystem.create(folder + "/roster.yaml", Array(text.utf8)) }
        return try Roster.load(office: folder)
    }

    @Test func readsEverybody() throws {
        let roster = try load(
            """
            members:
              XA: {language: fr, region: Africa, addresses: [a@example.org, b@example.org], digest: true}
              XB: {}
            staff:
              "Ana Silva": {language: es}
            guests:
              Bo: {addresses: [bo@example.org]}
            """)
        #expect(roster.findings.isEmpty)
        let value = try #require(roster.value)
        #expect(
            value.members["XA"]
                == Roster.Reader(
                    language: Language("fr"), region: "Africa", addresses: ["a@example.org", "b@example.org"], digest: true))
        #expect(value.members["XB"] == Roster.Reader(language: nil, region: nil, addresses: [], digest: false))
        #expect(value.staff["Ana Silva"]?.language == Language("es") && value.guests["Bo"]?.addresses == ["bo@example.org"])
    }

    @Test func thereNeedBeNone() throws {
        #expect(try load(nil).value == Roster())
    }

    @Test(arguments: [
        ("member: {}", FindingKind.unknownKey), ("members: {XA: {langauge: fr}}", .unknownKey), ("members: {Chile: {}}", .badIdentifier),
        ("members: {XA: {language: French}}", .unknownLanguage), ("members: {XA: {addresses: [nobody]}}", .badValue),
        ("members: {XA: {digest: sometimes}}", .wrongType), ("members: [XA]", .wrongType), ("staff: {Ana: fr}", .wrongType),
    ])
    func whatIsWrongIsFound(text: String, kind: FindingKind) throws {
        let roster = try load(text + "\n")
        #expect(roster.value == nil && roster.findings.map(\.kind) == [kind])
    }
}
