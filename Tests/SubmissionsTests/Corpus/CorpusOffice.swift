import Access
import Check
import ContentStore
import Diagnostics
import Foundation
import Model
import ProgramUnderTest
import SeededNumbers
import Submissions
import Testing

/// A copy of the small forum with a roster, into whose office one thing is imported.
struct CorpusOffice {
    /// In memory where the system has a folder there: what a disk must keep is tested elsewhere, and takes most of the time.
    private let folder = FileManager.default.isWritableFile(atPath: "/dev/shm") ? TemporaryFolder(in: "/dev/shm") : TemporaryFolder()
    private static let now = Instant(seconds: 1_795_424_400)  // 2026-11-23T09:00:00Z
    private static let vocabulary = Vocabulary(languages: Set(["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) }), states: ["CH"]) {
        $0 == "CH"
    }

    init() throws {
        try folder.copy(CorpusScenario.folder + "/../forum/content", to: "content")
        try folder.copy(CorpusScenario.folder + "/roster.yaml", to: "office/roster.yaml")
        try folder.copy(CorpusScenario.folder + "/keystore.json", to: "office/keystore.json")
        for (path, mode) in [(office, 0o700), (office + "/keystore.json", 0o600)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
    }

    private var office: String { folder.path + "/office" }

    /// What becomes of it, as `expected.txt` says it.
    func account(of input: String) throws -> String {
        try CorpusChildren.with { children in
            let ledger = try Ledger(root: folder.path, office: office) { _ in }
            var account = CorpusAccount(input: input)
            try account.add(try add(input, to: ledger, children) { account.leftAlone($0) })
            let inbox = Inbox(office: office)
            let roster = try #require(try Roster.load(office: office).value)
            let content = try ForumContent(root: folder.path, now: Self.now, markdown: children.markdown)
            let review = try Review(ledger, content: content, roster: roster, as: "L. Lead")
            let examination = try Examination(content, inbox: inbox, roster: roster, vocabulary: Self.vocabulary)
            let before = (try inbox.records(), try inbox.setAside())
            for record in before.0 {
                let result = try examination.examine(record)
                account.add(record, result, kept: try inbox.text(#require(record.current), of: record.number))
                guard !result.remarks.contains(where: { $0.kind.severity == .error }) else { continue }
                account.add(Result { () throws(Failure) in try review.approval(record.number, opens: nil, examination) })
            }
            let again = try add(input, to: ledger, children) { _ in }
            let isSame = try inbox.records() == before.0 && inbox.setAside() == before.1
            account.second(again, isSame: isSame)
            return account.text
        }
    }

    private func add(
        _ input: String, to ledger: Ledger, _ children: CorpusChildren.Pair, skip: (String) -> Void
    ) throws -> [Intake.Outcome] {
        var intake = try Intake(
            ledger: ledger, quarantine: children.quarantine, scanner: nil,
            keys: { [office] () throws(Failure) in try Keystore.load(office: office) }, now: Self.now, using: Seeded(1))
        try intake.add(contentsOf: input) { skip($0.path) }
        try intake.finish()
        return intake.outcomes
    }
}
