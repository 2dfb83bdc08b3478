import Diagnostics
import Documents
import Model

/// What the front matter of an original contribution says.
struct ContributionFacts {
    let date: Day
    let role: Contribution.Role
    let member: String?
    let author: String?
    let position: String?
    let institution: String?
    let replyTo: String?
    let question: Int?
    let attachments: [String]
    let corrected: Day?

    init?(reading map: inout YAMLMap) {
        let date = map.day("date", required: true)
        let role = map.choice("role", required: true, of: Contribution.Role.self)
        member = map.text("member")
        author = map.text("author")
        position = map.text("position")
        institution = map.text("institution")
        replyTo = map.text("reply-to")
        question = map.number("question", in: 1...999)
        attachments = map.texts("attachments") ?? []
        corrected = map.day("corrected")
        guard let date, let role else { return nil }
        self.date = date
        self.role = role
    }
}

/// A file of a contribution: the original, which has facts, or a translation.
struct ContributionFile {
    let text: Text
    let facts: ContributionFacts?
}

extension Contribution.Posted {
    init(_ facts: ContributionFacts, original: Text, translations: [Text]) {
        self.init(
            date: facts.date, role: facts.role, member: facts.member, author: facts.author, position: facts.position,
            institution: facts.institution, replyTo: facts.replyTo, question: facts.question, attachments: facts.attachments,
            corrected: facts.corrected, original: original, translations: translations)
    }
}
