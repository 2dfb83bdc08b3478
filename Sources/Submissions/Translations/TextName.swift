package import ContentStore
package import Diagnostics
package import Model

/// A text of the forum as moderators name it: `2026-014` (the opening note), `2026-014/0003`, `2026-014/summary`, `2026-014/outcome`,
/// `library/ip-office-automation`, `pages/about`.
package struct TextName: Sendable, Hashable {
    package let kind: ContentFolder.Kind
    /// The folder's name.
    package let id: String
    package let part: TextPart

    package init(kind: ContentFolder.Kind, id: String, part: TextPart) {
        self.kind = kind
        self.id = id
        self.part = part
    }

    /// Throws for what has another form. The numbers of contributions may lack their leading zeros.
    package init(_ text: String) throws(Failure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first ?? "", parts.count) {
        case (let id, 1) where Discussion.isIdentifier(id): self.init(kind: .discussion, id: id, part: .index)
        case ("library", 2) where !parts[1].isEmpty: self.init(kind: .entry, id: parts[1], part: .index)
        case ("pages", 2) where !parts[1].isEmpty: self.init(kind: .page, id: parts[1], part: .index)
        case (let id, 2) where Discussion.isIdentifier(id):
            guard let part = Self.part(parts[1]) else { throw Self.unknown(text) }
            self.init(kind: .discussion, id: id, part: part)
        default: throw Self.unknown(text)
        }
    }

    private static func part(_ word: String) -> TextPart? {
        switch word {
        case "index": .index
        case "summary": .summary
        case "outcome": .outcome
        default:
            word.utf8.count <= 9 && !word.isEmpty && word.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? .contribution(word) : nil
        }
    }

    private static func unknown(_ text: String) -> Failure {
        Failure(
            "\"\(text)\" names no text",
            remedy: "Write 2026-014 for an opening note, 2026-014/0003 for a contribution, 2026-014/summary, 2026-014/outcome, "
                + "library/NAME or pages/NAME.")
    }

    /// As moderators write it.
    package var words: String {
        let folder = kind == .discussion ? id : "\(kind.folderName)/\(id)"
        return stem == "index" ? folder : "\(folder)/\(stem)"
    }

    /// What stands before the language in the file's name.
    package var stem: String {
        switch part {
        case .index: "index"
        case .contribution(let number): number
        case .summary: "summary"
        case .outcome: "outcome"
        }
    }

    /// The file in a language, from the forum's root.
    package func path(_ language: Language) -> String { "content/\(kind.folderName)/\(id)/\(stem).\(language).md" }
}
