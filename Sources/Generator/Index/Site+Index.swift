import Search

extension Site {
    /// The files of an index, the table first.
    func index(_ entry: SearchPlan.Entry) -> [MadeFile] {
        let index = SearchIndex(SearchDocuments(self, entry).all, language: entry.language) { search.name(entry, $0, $1) }
        return index.files.map {
            MadeFile(index: $0.bytes, at: search.path(entry, $0.section, $0.number), for: entry.audience)
        }
    }
}
