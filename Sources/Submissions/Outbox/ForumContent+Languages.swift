import ContentStore
import Model

extension ForumContent {
    /// The languages in which there is a page of something in the content, or will be once a submission stands there.
    ///
    /// - Parameter place: as the log names it.
    func languages(of place: String, _ submission: Submission?) -> [Language] {
        let parts = place.split(separator: "/").map(String.init)
        let own = [submission?.language].compactMap { $0 }
        guard let first = parts.first else { return own }
        if first == "library" { return sorted(parts.count == 2 ? Set(entry(parts[1])?.texts.keys.map { $0 } ?? []).union(own) : []) }
        guard let discussion = discussion(first) else { return own }
        return sorted(Set(discussion.opening.keys))
    }

    private func sorted(_ languages: Set<Language>) -> [Language] { forum.languages.filter(languages.contains) }
}

extension ContentListing {
    /// The languages in which there is a page of something that was published.
    ///
    /// - Parameter place: as the log names it.
    func languages(of place: String) -> [Language] {
        let parts = place.split(separator: "/").map(String.init)
        let isEntry = parts.first == "library" && parts.count == 2
        let (kind, id): (ContentFolder.Kind, String) = isEntry ? (.entry, parts[1]) : (.discussion, parts.first ?? "")
        let names = folders.first { $0.kind == kind && $0.id == id }?.files.map(\.name) ?? []
        return names.compactMap { name in
            name.hasPrefix("index.") && name.hasSuffix(".md") ? Language(validating: String(name.dropFirst(6).dropLast(3))) : nil
        }.sorted()
    }
}
