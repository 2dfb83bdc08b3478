import ContentStore
import Diagnostics
import Model

extension LinkResolver {
    /// A link on its way.
    struct Link {
        let destination: String
        let target: ContentPath
        let anchor: String?
        let reader: Language
        /// Whether a fault says what was probably meant.
        let explains: Bool

        func missing(_ what: String, among ids: some Collection<String>) -> LinkFault {
            let hint = explains ? Suggestion.nearest(to: target.id, among: ids.sorted()).map { "did you mean \"\($0)\"?" } : nil
            return LinkFault(.brokenLink, "there is no \(what) \"\(target.id)\"", hint: hint, path: target.whole)
        }

        /// - Parameter paths: those of the texts that are there, from the forum's root.
        func missingText(among paths: @autoclosure () -> [String]) -> LinkFault {
            guard explains else { return LinkFault(.brokenLink, "there is no text \"\(destination)\"", path: target.whole) }
            let names = paths().map { $0.dropFirst(target.folder.count + 1) }.map(String.init).sorted()
            if target.name.isEmpty {
                let hint = names.first.map { "link to a text in it, as in \($0)" }
                return LinkFault(.brokenLink, "\"\(destination)\" is a folder", hint: hint, path: target.whole)
            }
            let hint = Suggestion.hint(for: target.name, among: names)
            return LinkFault(.brokenLink, "there is no text \"\(destination)\"", hint: hint, path: target.whole)
        }
    }
}

extension ContentFileName {
    /// The number, where it is a file of a contribution.
    var contributionNumber: String? {
        switch self {
        case .text(.contribution(let number), _), .withdrawnContribution(let number): number
        default: nil
        }
    }
}

extension Discussion {
    func contribution(_ number: String) -> Contribution? {
        contributions.first { $0.number == number }
    }

    func isWithdrawn(_ number: String) -> Bool {
        if case .withdrawn = contribution(number)?.content { true } else { false }
    }

    /// The text of a part in exactly this language.
    func text(_ part: TextPart, _ language: Language) -> Text? {
        switch part {
        case .index: opening[language]
        case .summary: summaries[language]
        case .outcome: outcomes[language]
        case .contribution(let number):
            if case .posted(let posted) = contribution(number)?.content {
                ([posted.original] + posted.translations).first { $0.language == language }
            } else {
                nil
            }
        }
    }

    /// The original of a contribution.
    func original(_ part: TextPart) -> Text? {
        guard case .contribution(let number) = part, case .posted(let posted) = contribution(number)?.content else { return nil }
        return posted.original
    }

    /// The paths of all texts.
    var paths: [String] {
        let posted = contributions.flatMap { contribution -> [Text] in
            if case .posted(let posted) = contribution.content { [posted.original] + posted.translations } else { [] }
        }
        return (Array(opening.values) + posted + summaries.values + outcomes.values).map(\.path)
    }
}
