import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// A copy of the small forum of the fixtures in a folder of its own, on which the real program is run at one fixed time.
final class OfficeForum {
    let folder: TemporaryFolder
    private static let repository = String(URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst())
    static let now = "2026-11-23T09:00:00Z"

    init() throws {
        folder = TemporaryFolder()
        try folder.copy(Self.repository + "/Tests/Fixtures/forum/content", to: "content")
    }

    init(copyOf other: OfficeForum) throws {
        folder = TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: other.root) { try folder.copy(other.root + "/" + name, to: name) }
    }

    var root: String { folder.path }

    /// The arguments of a command on this forum.
    func call(_ arguments: [String], now: String = now) -> [String] { arguments + ["--root", root, "--now", now] }

    /// Runs the program as the moderator of all rooms.
    @discardableResult
    func rostrum(
        _ arguments: [String], as moderator: String = "L. Lead", input: [UInt8] = [], now: String = now
    ) throws -> Program.Outcome {
        try Program.run(call(arguments, now: now), input: input, environment: ["ROSTRUM_MODERATOR": moderator])
    }

    /// The same for a command that must succeed.
    @discardableResult
    func must(_ arguments: String..., as moderator: String = "L. Lead", now: String = now) throws -> String {
        let outcome = try rostrum(arguments, as: moderator, now: now)
        try #require(outcome.status == 0, "\(arguments): \(outcome.output) \(outcome.notes)")
        return outcome.output
    }

    var inbox: Inbox { Inbox(office: root + "/office") }

    var outbox: Outbox { Outbox(office: root + "/office") }

    func record(_ number: Int) throws -> Record { try #require(try inbox.record(number)) }

    /// What can be told of it, apart from what is random: the same for two forums to which the same was done.
    func state() throws -> [String: String] {
        var state: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            guard path.hasPrefix("content/") || path.hasPrefix("office/") else { continue }
            switch path.split(separator: "/").last ?? "" {
            case ".lock", "ledger", "log.jsonl", "manifest.json": break
            case "message.eml": state[path] = ""  // its identifier is made of what is random
            case "record.json" where path.hasPrefix("office/outbox/"):
                let mail = try JSONDecoder().decode(OutgoingMail.self, from: Data(folder.bytes(path)))
                state[path] = "\(mail.state) \(mail.kind) \(mail.submissions) \(mail.entry) \(mail.to) \(mail.subject) \(mail.text)"
            case "record.json":
                let record = try JSONDecoder().decode(Record.self, from: Data(folder.bytes(path)))
                var same = record
                same.salt = ""
                state[path] = String(decoding: try same.bytes, as: UTF8.self)
            default: state[path] = "\(Change.hash(try folder.bytes(path)))"
            }
        }
        state["log"] = try Log(office: root + "/office").entries().map { entry in
            let facts = (entry.facts ?? [:]).filter { $0.key != "text" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return "\(entry.number) \(entry.by) \(entry.action) \(entry.submission ?? 0) \(entry.place ?? "-") \(facts)"
        }.joined(separator: "\n")
        return state
    }
}
