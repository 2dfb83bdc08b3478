import Model

extension Replies {
    /// The page on which it stands, in the reader's language where it is there in that; nil for what stands nowhere.
    func url(of reply: Reply, in language: Language) -> String? {
        guard let place = reply.place, [.approved, .published, .corrected].contains(reply.kind) else { return nil }
        if [.invitation, .removal].contains(reply.submission?.kind) { return nil }
        let shown =
            [language, reply.submission?.language].compactMap { $0 }.first { reply.languages.contains($0) } ?? reply.languages.first
        let home = letterhead.forum.baseURL + (shown ?? language).code + "/"
        let parts = place.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case ("library", 2): return entryPath(parts[1]).map { home + $0 + "/" } ?? home
        case (let discussion?, 2): return home + discussion + "/#" + (TextPart.contribution(parts[1]).anchor ?? "")
        case (let discussion?, 1): return home + discussion + "/"
        default: return home
        }
    }
}
