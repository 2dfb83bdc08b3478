import ContentStore
package import Diagnostics
import Documents
import Model

extension Submission {
    /// Reads a text with front matter; one without is a submission of which nothing but the text is known.
    ///
    /// - Parameters:
    ///   - path: for the places of findings.
    ///   - findings: what is wrong with the front matter; reading goes on with the rest of it, and with the text below it where none of it
    ///     can be read.
    /// - Returns: nil where the bytes are no text at all.
    package static func read(path: String, bytes: [UInt8], findings: inout [Finding]) -> Submission? {
        guard let document = Document.read(path: path, bytes: bytes, findings: &findings) else {
            return TextBelowFields(path: path, bytes: bytes).map { Submission(below: $0) }
        }
        var submission = Submission()
        submission.body = document.body
        submission.bodyLine = document.bodyLine
        guard var map = document.yaml else { return submission }
        submission.read(&map)
        let found = map.finish()
        if !found.isEmpty {
            let within = FieldsWithin(document, path: path, bytes: bytes)
            findings += found.map(within.named)
        }
        return submission
    }

    private init(below text: TextBelowFields) {
        self.init()
        body = text.body
        bodyLine = text.line
    }

    /// A contribution's number with its leading zeros, as `content/` has it.
    private static func number(_ text: String) -> String {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? String(repeating: "0", count: max(0, 4 - text.count)) + text : text
    }

    private mutating func read(_ map: inout YAMLMap) {
        kind = map.choice("kind", of: SubmissionKind.self)
        discussion = map.parsed(
            "discussion", as: "a discussion's identifier", else: .badIdentifier, hint: "a year and a number, as in 2026-014"
        ) { Discussion.isIdentifier($0) ? $0 : nil }
        room = map.text("room")
        replyTo = map.text("reply-to").map(Self.number)
        question = map.number("question", in: 1...999)
        questions = map.texts("questions") ?? []
        language = map.language("language")
        title = map.text("title")
        categories = map.texts("categories") ?? []
        members = map.texts("members") ?? []
        year = map.number("year", in: 1900...2999)
        links = map.webLinks("links") ?? []
        author = map.map("author") { Author(reading: &$0) } ?? Author()
        attribution = map.choice("attribution", of: Attribution.self)
        terms = map.number("terms", in: 1...99_999)
        attachments = map.texts("attachments")
        guest = map.map("guest") { inner in
            let name = inner.text("name", required: true)
            let until = inner.day("until")
            return name.map { Guest(name: $0, until: until) }
        }
        target = map.text("target")
        answers = map.number("answers", in: 1...9_999_999)
    }
}

extension Submission.Author {
    fileprivate init?(reading map: inout YAMLMap) {
        name = map.text("name")
        position = map.text("position")
        institution = map.text("institution")
        member = map.text("member")
        email = map.mailAddress("email")
    }
}

extension Submission {
    /// Whether a text begins with front matter that can be read as such, or was meant to be.
    static func hasFields(_ bytes: [UInt8], _ findings: inout [Finding]) -> Bool {
        guard let document = Document.read(path: "", bytes: bytes, findings: &findings) else {
            return bytes.starts(with: "---".utf8)
        }
        return document.frontMatter != nil
    }
}
