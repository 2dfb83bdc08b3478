import Diagnostics
import Documents
import Files
import Model

/// Library entries, pages, and what all kinds share.
extension FolderReader {
    /// Nil where nothing can be made of it; why is among the findings.
    mutating func entry(_ folder: ContentFolder) -> LibraryEntry? {
        if folder.has("withdrawn.yaml") {
            return withdrawal(of: folder).map {
                LibraryEntry(id: folder.id, facts: nil, texts: [:], attachments: [], withdrawal: $0)
            }
        }
        let facts = facts(of: folder, "entry.yaml") { LibraryEntry.Facts(reading: &$0) }
        var texts: [Language: Text] = [:]
        for file in folder.files {
            guard case .text(.index, let language) = ContentFileName(file.name, in: .entry) else { continue }
            texts[language] = indexText(file.name, language)
        }
        if texts.isEmpty { missingIndex(of: folder) }
        return facts.map { LibraryEntry(id: folder.id, facts: $0, texts: texts, attachments: folder.attachments) }
    }

    /// A page; what its files say of order and menu must agree.
    mutating func page(_ folder: ContentFolder) -> Page? {
        var texts: [Language: Text] = [:]
        var order: Int?
        var menu: Page.Menu?
        for file in folder.files {
            guard case .text(.index, let language) = ContentFileName(file.name, in: .page) else { continue }
            texts[language] = indexText(file.name, language) { map in
                map.agreed("order", &order) { $0.number("order", in: 0...9_999) }
                map.agreed("menu", &menu) { $0.choice("menu", of: Page.Menu.self) }
            }
        }
        if texts.isEmpty { missingIndex(of: folder) }
        return Page(id: folder.id, texts: texts, order: order ?? 100, menu: menu ?? .footer, attachments: folder.attachments)
    }

    /// An `index.<lang>.md`.
    ///
    /// - Parameter further: reads further keys of its front matter.
    mutating func indexText(
        _ name: String, _ language: Language, asksQuestions: Bool = false, _ further: (inout YAMLMap) -> Void = { _ in }
    ) -> Text? {
        guard let document = document(name) else { return nil }
        guard var map = frontMatter(document, holds: "title: and the title") else { return nil }
        let title = map.text("title", required: true)
        let questions = asksQuestions ? map.texts("questions") : nil
        let translation = map.translation()
        further(&map)
        findings += map.finish()
        return text(document, .index, language, title: title ?? "", questions: questions ?? [], translation: translation)
    }

    /// The file with what no language changes.
    mutating func facts<Facts>(of folder: ContentFolder, _ name: String, _ read: (inout YAMLMap) -> Facts?) -> Facts? {
        guard folder.has(name) else {
            findings.append(
                Finding(
                    .missingFacts, "\(name) is missing", at: Location(file: path),
                    hint: "without it nothing says where and when this belongs"))
            return nil
        }
        guard var map = yaml(name) else { return nil }
        let facts = read(&map)
        findings += map.finish()
        return facts
    }

    /// What is left of a whole folder; everything else in it must be gone.
    mutating func withdrawal(of folder: ContentFolder) -> Withdrawal? {
        for file in folder.files where file.name != "withdrawn.yaml" {
            findings.append(
                Finding(
                    .withdrawnButPresent, "this \(folder.kind.rawValue) is withdrawn, but this file of it is still here",
                    at: Location(file: path + "/" + file.name), hint: "remove this file, or withdrawn.yaml"))
        }
        return withdrawal("withdrawn.yaml")
    }

    /// A file that says that something was withdrawn.
    mutating func withdrawal(_ name: String) -> Withdrawal? {
        guard var map = yaml(name) else { return nil }
        let date = map.day("date", required: true)
        let requestedBy = map.choice("requested-by", required: true, of: Withdrawal.Requester.self)
        findings += map.finish()
        guard let date, let requestedBy else {
            faulty.append(path + "/" + name)
            return nil
        }
        return Withdrawal(date: date, requestedBy: requestedBy)
    }

    /// Reports a folder without a text, unless there is one that cannot be read.
    mutating func missingIndex(of folder: ContentFolder) {
        guard !folder.files.contains(where: { $0.name.hasPrefix("index.") }) else { return }
        findings.append(
            Finding(
                .missingIndex, "this \(folder.kind.rawValue) has no text", at: Location(file: path), hint: "write index.en.md, with a title"
            ))
    }
}

extension YAMLMap {
    /// Keeps a value that is told in several files, and reports where they tell different things.
    fileprivate mutating func agreed<T: Equatable>(_ key: String, _ value: inout T?, _ read: (inout YAMLMap) -> T?) {
        guard let told = read(&self) else { return }
        if let value, value != told, let node = node(key) {
            let hint = "write the same in all of them, or in one only"
            report(.badValue, "\"\(key)\" is \(value) in another language of this page", at: node.span, hint: hint)
        }
        value = value ?? told
    }
}

extension LibraryEntry.Facts {
    fileprivate init?(reading map: inout YAMLMap) {
        let kind = map.choice("kind", required: true, of: LibraryEntry.Kind.self)
        let date = map.day("date", required: true)
        let categories = map.notEmpty(map.texts("categories", required: true), "categories")
        let members = map.texts("members") ?? []
        let year = map.number("year", in: 1900...2999)
        let links = map.webLinks("links")
        guard let kind, let date, let categories else { return nil }
        self.init(kind: kind, date: date, categories: categories, members: members, year: year, links: links ?? [])
    }
}

extension ContentFolder {
    func has(_ name: String) -> Bool {
        files.contains { $0.name == name }
    }

    /// What lies under `files/`.
    var attachments: [Attachment] {
        files.filter { $0.name.hasPrefix("files/") }.map { Attachment(path: $0.name, size: $0.stamp.size) }
    }
}
