import Diagnostics
import Foundation
import Model
import ProgramUnderTest
import Quarantine
import Testing
import Theme

@testable import ContentStore
@testable import Submissions

/// What writes replies, for the six languages of the sample forum, into an office of its own.
struct MailOffice {
    static let languages = ["ar", "en", "es", "fr", "ru", "zh"].map { Language($0) }
    static let now = Instant(iso: "2026-11-24T10:00:00Z") ?? Instant(seconds: 0)
    private static let repository = String(URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst())

    let folder = TemporaryFolder()
    let replies: Replies
    let ledger: Ledger

    /// - Parameters:
    ///   - language: of the one reader in the roster; nil for an empty one.
    ///   - excerpts: whether mails may quote.
    init(_ language: Language?, excerpts: Bool = false, address: String? = "submissions@example.org") throws {
        let root = Self.repository
        let (theme, findings) = try Theme.load(root: root, folders: ["themes/wipo"], languages: Self.languages)
        try #require(findings.isEmpty, "\(findings)")
        let titles = [
            "ar": "المنتدى المعني بالمساعدة التقنية", "zh": "技术援助论坛", "en": "Forum on Technical Assistance",
            "fr": "Forum sur l’assistance technique", "ru": "Форум по технической помощи", "es": "Foro sobre asistencia técnica",
        ]
        let forum = Forum(
            title: Titles(Dictionary(uniqueKeysWithValues: titles.map { (Language($0.key), $0.value) })),
            baseURL: "https://forum.example.org/",
            languages: Self.languages, defaultLanguage: Language("en"), members: .all, categories: [], rooms: [],
            contact: "forum@example.org",
            submissionsAddress: address,
            reasons: [Forum.Reason(id: "off-topic", title: Titles([Language("en"): "Off the topic", Language("fr"): "Hors sujet"]))],
            excerptsInMail: excerpts)
        let remarks = try #require(
            try RemarkTexts.load(root: root, folders: ["themes/wipo"], languages: Self.languages, forum: forum).texts)
        var roster = Roster()
        if let language {
            roster.members["XA"] = Roster.Reader(language: language, region: nil, addresses: ["Ana@example.org"], digest: false)
        }
        replies = Replies(
            Letterhead(forum, try #require(theme)), roster: roster, remarks: remarks, quarantine: Quarantine(command: Program.quarantine),
            entryPath: { $0 == "office-automation" ? "abcdefgh" : nil })
        ledger = try Ledger(root: folder.path, office: folder.path + "/office") { Issue.record("\($0)") }
    }

    /// Writes a reply, and puts it on the disk; nil where there is none.
    @discardableResult
    func write(_ reply: Reply) throws -> (outcome: ReplyOutcome, mail: OutgoingMail?) {
        let written = try replies.write([reply], in: ledger, at: Self.now)
        let outcome = try #require(written.outcomes.first)
        guard let number = outcome.number else { return (outcome, nil) }
        try ledger.commit([LogEntry.Draft(by: "L. Lead", .return)], written.changes, at: Self.now)
        return (outcome, try outbox.mail(number))
    }

    var outbox: Outbox { Outbox(office: folder.path + "/office") }
}
