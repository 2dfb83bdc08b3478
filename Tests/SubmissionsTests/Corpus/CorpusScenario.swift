import Foundation
import Testing

/// One thing that somebody sends, and what the office is to make of it: `Tests/Fixtures/submissions/<group>/<scenario>/`.
struct CorpusScenario: Sendable, CustomTestStringConvertible {
    /// The group's name and its own.
    let name: String

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Fixtures/submissions").standardizedFileURL.path

    static let all: [CorpusScenario] = {
        let files = FileManager.default
        let groups = files.contentsOrNone(atPath: folder)
        return groups.flatMap { group in files.contentsOrNone(atPath: folder + "/" + group).map { CorpusScenario(name: group + "/" + $0) } }
    }()

    var testDescription: String { name }

    private var path: String { Self.folder + "/" + name }

    /// What is sent: `input.eml` or the like, or a folder `input` as on a stick.
    var inputs: [String] {
        FileManager.default.contentsOrNone(atPath: path).filter { $0.prefix { $0 != "." } == "input" }.map { path + "/" + $0 }
    }

    /// What the office makes of it; the first line says what the scenario shows.
    func expected() throws -> String { try String(contentsOfFile: path + "/expected.txt", encoding: .utf8) }

    func record(_ text: String) throws { try text.write(toFile: path + "/expected.txt", atomically: true, encoding: .utf8) }
}

extension FileManager {
    /// Names in their order; none for what is no folder.
    fileprivate func contentsOrNone(atPath path: String) -> [String] {
        do { return try contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted() } catch { return [] }
    }
}
