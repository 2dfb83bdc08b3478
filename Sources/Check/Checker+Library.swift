import Diagnostics
import Documents
import Model

/// Library entries and pages.
extension Checker {
    mutating func check(_ entry: LibraryEntry) {
        let folder = "content/library/\(entry.id)"
        guard let facts = entry.facts else {
            if let withdrawal = entry.withdrawal { checkWithdrawal(withdrawal, folder + "/withdrawn.yaml") }
            return
        }
        let path = folder + "/entry.yaml"
        checkCategories(facts.categories, path)
        checkPast(facts.date, path, key: "date")
        for (index, code) in facts.members.enumerated() { checkMember(code, path, .value(["members", .element(index)])) }
        checkLanguages(of: entry.texts)
        checkDefaultLanguage(entry.texts, folder)
    }

    mutating func check(_ page: Page) {
        checkLanguages(of: page.texts)
        checkDefaultLanguage(page.texts, "content/pages/\(page.id)")
    }

    private mutating func checkDefaultLanguage(_ texts: [Language: Text], _ folder: String) {
        let language = content.forum.defaultLanguage
        let path = "\(folder)/index.\(language).md"
        guard !texts.isEmpty, texts[language] == nil, !faulty.contains(path) else { return }
        report.add(.untranslated, path, .file, "there is no text in \"\(language)\", the forum's default language", hint: "add this file")
    }
}
