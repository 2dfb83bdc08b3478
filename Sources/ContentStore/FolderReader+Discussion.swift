import Diagnostics
import Documents
import Model

/// Discussions.
extension FolderReader {
    /// Nil where nothing can be made of it; why is among the findings.
    mutating func discussion(_ folder: ContentFolder) -> Discussion? {
        if folder.has("withdrawn.yaml") {
            return withdrawal(of: folder).map {
                Discussion(
                    id: folder.id, facts: nil, opening: [:], contributions: [], summaries: [:], outcomes: [:], attachments: [],
                    withdrawal: $0)
            }
        }
        let facts = facts(of: folder, "discussion.yaml") { Discussion.Facts(reading: &$0) }
        var opening: [Language: Text] = [:]
        var summaries: [Language: Text] = [:]
        var outcomes: [Language: Text] = [:]
        var contributions = ContributionSet()
        for file in folder.files {
            switch ContentFileName(file.name, in: .discussion) {
            case .text(.index, let language): opening[language] = indexText(file.name, language, asksQuestions: true)
            case .text(.summary, let language): summaries[language] = closingText(file.name, .summary, language)
            case .text(.outcome, let language): outcomes[language] = closingText(file.name, .outcome, language)
            case .text(.contribution(let number), let language): contributions.add(number, contribution(file.name, number, language))
            case .withdrawnContribution(let number): contributions.withdraw(number, withdrawal(file.name))
            default: break
            }
        }
        if opening.isEmpty { missingIndex(of: folder) }
        let listed = contributions.finish(path: path, findings: &findings)
        guard let facts else { return nil }
        return Discussion(
            id: folder.id, facts: facts, opening: opening, contributions: listed, summaries: summaries, outcomes: outcomes,
            attachments: folder.attachments)
    }

    /// A text that needs no front matter: the closing summary, the outcome.
    private mutating func closingText(_ name: String, _ part: TextPart, _ language: Language) -> Text? {
        guard let document = document(name) else { return nil }
        var translation: Translation?
        if var map = document.yaml {
            translation = map.translation()
            findings += map.finish()
        }
        return text(document, part, language, translation: translation)
    }

    private mutating func contribution(_ name: String, _ number: String, _ language: Language) -> ContributionFile? {
        guard let document = document(name) else { return nil }
        guard var map = frontMatter(document, holds: "date, role and member of the author") else { return nil }
        let isTranslation = map.has("translation-of")
        let translation = map.translation()
        let facts = isTranslation ? nil : ContributionFacts(reading: &map)
        findings += map.finish()
        let text = text(document, .contribution(number), language, translation: translation)
        guard isTranslation ? translation != nil : facts != nil else {
            faulty.append(document.source.path)
            return nil
        }
        return ContributionFile(text: text, facts: facts)
    }
}

extension Discussion.Facts {
    fileprivate init?(reading map: inout YAMLMap) {
        let room = map.text("room", required: true)
        let categories = map.notEmpty(map.texts("categories", required: true), "categories")
        let opens = map.moment("opens", required: true)
        let closes = map.moment("closes")
        let proposedBy = map.text("proposed-by")
        let guests = map.flag("guests") ?? false
        let parallel: [String]? = map.parsedList(
            "parallel", as: "a discussion's identifier", else: .badIdentifier, hint: "a year and a number, as in 2026-014"
        ) { Discussion.isIdentifier($0) ? $0 : nil }
        let announce = map.flag("announce") ?? true
        guard let room, let categories, let opens else { return nil }
        self.init(
            room: room, categories: categories, opens: opens, closes: closes, proposedBy: proposedBy, guests: guests,
            parallel: parallel ?? [], announce: announce)
    }
}
