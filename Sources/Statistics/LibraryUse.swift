package import Model

/// What came into the library in the period.
package struct LibraryUse: Sendable {
    /// In the order of `LibraryEntry.Kind`.
    package let kinds: [(kind: LibraryEntry.Kind, entries: Int)]
    /// In forum.yaml's order; an entry of several categories counts in each.
    package let categories: [(category: String, entries: Int)]
    /// All entries of the period.
    package let entries: Int
    /// All entries at the end of the period.
    package let total: Int

    init(_ content: Content, _ period: Period) {
        let standing = Self.standing(content).filter { $0.facts.date <= period.to }
        let own = standing.filter { period.contains($0.facts.date) }
        kinds = LibraryEntry.Kind.allCases.map { kind in (kind, own.count { $0.facts.kind == kind }) }
        categories = content.forum.categories.map { category in (category.id, own.count { $0.facts.categories.contains(category.id) }) }
        entries = own.count
        total = standing.count
    }

    /// Those that were not withdrawn.
    static func standing(_ content: Content) -> [(entry: LibraryEntry, facts: LibraryEntry.Facts)] {
        content.entries.compactMap { entry in entry.withdrawal == nil ? entry.facts.map { (entry, $0) } : nil }
    }
}
