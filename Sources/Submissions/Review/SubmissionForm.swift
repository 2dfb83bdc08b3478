package import ContentStore
package import Diagnostics
import Documents
import Markdown
import Model

/// What a moderator's editor begins with where a text came without fields: the fields, those that the mail and the roster tell filled in,
/// and the text below them.
package struct SubmissionForm: Sendable {
    /// Front matter with comments and empty keys, and the text as it came below it; UTF-8.
    package let bytes: [UInt8]

    /// Nil for a text that has fields, or was meant to.
    ///
    /// - Parameter text: of the submission, as the office keeps it.
    package init?(_ text: [UInt8], of record: Record, in content: ForumContent, _ roster: Roster) throws(Failure) {
        guard !Candidate.hasFields(text) else { return nil }
        let guess = try Guess(text, record, content, roster)
        let open = content.openDiscussions.map { "#   \($0.id)  " + FindingWriter.printable($0.title(in: content.forum.languages)) }
        let rooms = content.forum.rooms.map(\.id).joined(separator: ", ")
        let categories = content.forum.categories.map(\.id).joined(separator: ", ")
        let languages = content.forum.languages.map(\.code).joined(separator: ", ")
        var lines = [
            "---", "# Write behind each colon what is certain. What stays empty is taken out, as these lines are.",
            "# contribution (to a discussion), topic (for a new one), practice, tool, methodology, experience, invitation, removal:",
            "kind: contribution", "# Its discussion. Open now:",
        ]
        lines += open.isEmpty ? ["#   none"] : open
        lines += ["discussion: " + (guess.discussion?.id ?? "")]
        lines += ["# The language of the text: \(languages):", "language: " + (guess.language ?? "")]
        lines += ["# Who wrote it; a member by its code, as in CH:", "author:"]
        let told = { (text: String?) in text.flatMap { $0.isEmpty ? nil : YAMLText.scalar($0) } ?? "" }
        lines += ["  name: " + told(record.origin.senderName), "  position: ", "  institution: "]
        lines += ["  member: " + (guess.member ?? ""), "  email: " + told(record.origin.sender)]
        lines += ["# What readers see of the author: name, member or none; empty means name:", "attribution: "]
        let version = content.forum.termsVersion
        lines += ["# The terms of use that the author has accepted, now \(version); empty where they have not:", "terms: "]
        lines += ["# For a contribution: the one that it answers, as in \"0003\", and the number of the guiding question:"]
        lines += ["reply-to: ", "question: "]
        lines += ["# For a topic: the room (\(rooms)) and guiding questions, each behind a hyphen:"]
        lines += ["room: ", "questions:", "  - "]
        lines += ["# For a topic and for the library: a title, and categories, as in [training], of these:", "#   \(categories)"]
        lines += ["title: ", "categories: "]
        lines += ["# For the library: members that it speaks of, as in [CH], and the year:", "members: ", "year: "]
        lines += ["# For an invitation: the guest, and the last day, as in 2026-12-31:", "guest:", "  name: ", "  until: "]
        lines += ["# For a removal: what is to go, as in 2026-014/0003 or library/NAME:", "target: "]
        lines += ["# Below the next line: the text, in Markdown.", "---", ""]
        bytes = [UInt8](lines.joined(separator: "\n").utf8) + text.drop { $0 == newline }
    }

    /// A form that was filled in, without what stayed empty and without its explanations; nil where its first or last line is not there.
    package static func filled(_ form: [UInt8]) -> [UInt8]? {
        let lines = form.split(separator: newline, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard lines.first?.trimmed == "---", let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else { return nil }
        let written = lines[1..<end].filter { !$0.hasPrefix("#") && !(isIndented($0) && isEmpty($0)) && !$0.trimmed.isEmpty }
        let kept = written.indices.filter { index in
            guard isEmpty(written[index]) else { return true }
            let next = written.indices.contains(index + 1) ? written[index + 1] : ""
            return isIndented(next) || next.hasPrefix("- ")
        }
        let head = kept.isEmpty ? [] : ["---"] + kept.map { written[$0] } + ["---"]
        return [UInt8]((head + lines[(end + 1)...].drop { kept.isEmpty && $0.trimmed.isEmpty }).joined(separator: "\n").utf8)
    }

    /// Whether a line has a key without a value.
    private static func isEmpty(_ line: String) -> Bool {
        let line = line.trimmed
        return line == "-" || line.hasSuffix(":") && !line.dropLast().contains { !($0.isLetter || $0 == "-") }
    }

    private static func isIndented(_ line: String) -> Bool { line.hasPrefix(" ") }
}

/// What a mail lets guess.
private struct Guess {
    var discussion: Discussion?
    var language: String?
    var member: String?

    init(_ text: [UInt8], _ record: Record, _ content: ForumContent, _ roster: Roster) throws(Failure) {
        let subject = record.origin.subject ?? ""
        discussion = content.openDiscussions.first { subject.contains($0.id) } ?? content.openDiscussions.first { $0.isNamed(in: subject) }
        if let sender = record.origin.sender?.lowercased() {
            let known = roster.members.filter { $0.value.addresses.contains { $0.lowercased() == sender } }
            if known.count == 1 { member = known.first?.key }
        }
        if case .success(let outline) = try content.markdown.outline([text])[0] {
            let found = TextLanguage.find(in: CheckedText(Submission(), outline).pieces)
            language = found.flatMap { code in content.forum.languages.first { $0.code == code }?.code }
        }
        let room = content.forum.rooms.first { $0.id == discussion?.facts?.room }
        if language == nil, let only = room?.languages, only.count == 1 { language = only[0].code }
    }
}

extension Discussion {
    /// Whether a mail's subject is its title, as answers have it.
    fileprivate func isNamed(in subject: String) -> Bool {
        let bare = KnownSubmissions.bare(subject)
        return opening.values.contains { !$0.title.isEmpty && KnownSubmissions.bare($0.title) == bare }
    }
}

extension ForumContent {
    /// Those that contributions may go to now, the last that opened first.
    fileprivate var openDiscussions: [Discussion] {
        content.discussions.filter { discussion in
            guard discussion.withdrawal == nil, let facts = discussion.facts else { return false }
            return Schedule(facts, in: room(facts.room), calendar: calendar).status(at: now) == .open
        }.sorted { $0.id > $1.id }
    }
}

private let newline = UInt8(ascii: "\n")
