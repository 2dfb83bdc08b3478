import ContentStore
import Diagnostics
import Model
import Theme

/// What a mail with a question says.
struct QuestionText {
    private let question: Question
    private let asked: String?
    private let said: [String]
    private let forum: Forum
    private let strings: Strings

    /// Throws where there is no such guiding question.
    init(
        _ question: Question, _ discussion: Discussion, in content: ForumContent, _ letterhead: Letterhead, _ language: Language
    ) throws(Failure) {
        self.question = question
        forum = content.forum
        strings = letterhead.strings(language)
        let opening =
            discussion.opening[language] ?? discussion.opening[forum.defaultLanguage] ?? discussion.opening.min { $0.key < $1.key }?.value
        let questions = opening?.questions ?? []
        asked = try question.number.map { (number) throws(Failure) in
            guard questions.indices.contains(number - 1) else {
                throw Failure(
                    "discussion \(discussion.id) has no guiding question \(number)",
                    remedy: questions.isEmpty
                        ? "Ask in your own words, with --words \"…\"." : "It has \(questions.count): --question 1 is the first.")
            }
            return PlainLines.one(questions[number - 1])
        }
        said = question.withExcerpts ? Self.excerpts(of: discussion, on: question.number, in: content, language) : []
    }

    var subject: String {
        let title = forum.title.title(in: strings.language, else: forum.defaultLanguage).text
        return strings.text(of: MailString.askSubject, ["forum": title, "discussion": isolated(question.discussion)])
    }

    /// - Parameter link: to the form, filled in for the answer; nil for whoever could not open it.
    func text(link: String?) -> String {
        let title = forum.title.title(in: strings.language, else: forum.defaultLanguage).text
        var parts = [
            strings.text(of: MailString.greeting),
            strings.text(of: MailString.askText, ["forum": title, "discussion": isolated(question.discussion)]),
        ]
        parts += [asked.map { "> " + $0 } ?? "", question.words.map { PlainLines.several($0) } ?? ""]
        if !said.isEmpty { parts += [strings.text(of: MailString.askSaid)] + said + [strings.text(of: MailString.askOpen)] }
        if let link {
            parts += [strings.text(of: MailString.askForm), link, strings.text(of: MailString.askUnlock)]
            parts.append(strings.text(of: MailString.askAnswer))
        } else {
            parts.append(strings.text(of: MailString.askReply))
        }
        parts += [strings.text(of: MailString.closing), MailSignature.text(forum, strings)]
        return PlainLines.joined(parts) + "\n"
    }

    private func isolated(_ value: String) -> String { PlainLines.isolated(value, in: strings.language) }

    // MARK: What was said

    /// At most so many, the last ones.
    private static let most = 10
    /// Characters of one.
    private static let length = 400

    /// The beginnings of the contributions to a question, or to all where none is named, each under its number and whom readers are told of.
    private static func excerpts(
        of discussion: Discussion, on question: Int?, in content: ForumContent, _ language: Language
    ) -> [String] {
        let texts = Dictionary(content.bodies.map { ($0.path, $0.bytes) }) { first, _ in first }
        let posted = discussion.contributions.compactMap { contribution -> String? in
            guard case .posted(let posted) = contribution.content, question == nil || posted.question == question else { return nil }
            let text = posted.translations.first { $0.language == language } ?? posted.original
            guard let bytes = texts[text.path] else { return nil }
            let whole = PlainLines.several(String(decoding: bytes, as: UTF8.self))
            let cut = whole.count > length ? whole.prefix(length).trimmingSpaces + " […]" : whole
            let lines = cut.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> " + $0 }
            let who = [posted.author, posted.member].compactMap { $0 }.map(PlainLines.one).joined(separator: ", ")
            return (["\(contribution.number)" + (who.isEmpty ? "" : ": " + who)] + lines).joined(separator: "\n")
        }
        return Array(posted.suffix(most))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
