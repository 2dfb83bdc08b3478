import Access
import Diagnostics
import Markdown
import Quarantine
import Submissions

/// A submission that is as it should be, to be changed at one place.
struct Sample: Sendable {
    private var fields: [(key: String, value: String)] = [
        ("kind", "contribution"), ("discussion", "2026-002"), ("language", "en"),
        ("author", "{name: Ana Sample, member: CH, email: ana@office.example}"), ("attribution", "name"), ("terms", "2"),
    ]
    private var text = Texts.english
    private var hasFields = true
    private var hasRoster = true
    private var changes: [@Sendable (inout CheckedMatter) -> Void] = []

    /// The same with another value of a field; nil: without it.
    func with(_ key: String, _ value: String?) -> Sample {
        var copy = self
        if let index = copy.fields.firstIndex(where: { $0.key == key }) { copy.fields.remove(at: index) }
        if let value { copy.fields.append((key, value)) }
        return copy
    }

    /// The same with another text.
    func body(_ text: String) -> Sample {
        var copy = self
        copy.text = text
        return copy
    }

    /// The same with more behind its text.
    func adding(_ text: String) -> Sample { body(self.text + "\n\n" + text) }

    var withoutFields: Sample {
        var copy = self
        copy.hasFields = false
        return copy
    }

    /// In a forum whose office knows nobody's address yet.
    var withoutRoster: Sample {
        var copy = self
        copy.hasRoster = false
        return copy
    }

    func with(_ change: @escaping @Sendable (inout CheckedMatter) -> Void) -> Sample {
        var copy = self
        copy.changes.append(change)
        return copy
    }

    /// Come by mail.
    func mail(_ addresses: String..., named name: String = "", nature: Set<Letter.Nature> = []) -> Sample {
        with {
            $0.letter = Letter(
                from: addresses.map { Letter.Mailbox(name: name, address: $0) }, subject: "", date: nil, messageID: nil, references: [],
                nature: nature)
        }
    }

    func file(
        _ name: String, _ type: String = "application/pdf", endings: [String] = ["pdf"], size: Int = 1_000,
        traits: Set<OpenedFile.Trait> = [], virus: String? = nil
    ) -> Sample {
        with { $0.files.append(SubmittedFile(name: name, size: size, type: type, endings: endings, traits: traits, virus: virus)) }
    }

    /// Come sealed.
    func proof(_ proof: SealedSubmission.Proof) -> Sample { with { $0.proof = Record.Proof(proof) } }

    func leftOut(_ reason: Opened.Refusal.Reason) -> Sample { with { $0.refusals.append(.init(name: "a.zip", reason: reason)) } }

    /// A proposal of a topic, likewise as it should be.
    static let topic = Sample().with("kind", "topic").with("discussion", nil).with("room", "english").with("title", "How offices train")
        .with("categories", "[training]")
    /// An entry for the library.
    static let tool = Sample().with("kind", "tool").with("discussion", nil).with("title", "A check list").with("categories", "[training]")
        .body(String(repeating: Texts.english + "\n\n", count: 3))
    static let invitation = Sample().with("kind", "invitation").with("guest", "{name: Sam Sample}")
    static let removal = Sample().with("kind", "removal").with("discussion", nil).with("target", "2026-002/0001")

    var file: String {
        guard hasFields else { return text + "\n" }
        return "---\n" + fields.map { "\($0.key): \($0.value)\n" }.joined() + "---\n\n" + text + "\n"
    }

    var matter: CheckedMatter {
        var findings: [Finding] = []
        let submission = Submission.read(path: "1.md", bytes: [UInt8](file.utf8), findings: &findings) ?? Submission()
        var matter = CheckedMatter(submission, outline: .success(MarkdownRenderer.outline(submission.body)))
        matter.findings = findings
        for change in changes { change(&matter) }
        return matter
    }

    var remarks: [Remark] { (hasRoster ? SampleForum.checks : SampleForum.checksWithoutRoster).remarks(on: matter) }
}
