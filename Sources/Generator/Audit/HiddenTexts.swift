import Diagnostics
import Files

/// What no page may show, because it is withdrawn, not announced or not open, and stands in nothing that is shown.
struct HiddenTexts: Sendable {
    private let search: WordSearch

    init(_ strings: ContentStrings, theme: Audit.ThemeText, settings: Build.Settings) throws(Failure) {
        let all = WordSearch(strings.hidden)
        guard !all.isEmpty else {
            search = all
            return
        }
        let shown = strings.shown
        let found = try settings.workers.map(shown.count, chunk: 64) { (index) throws(Failure) in
            all.found(in: try FileSystem.read(settings.root + "/" + shown[index], limit: 4 << 20) ?? [])
        }
        let open = (theme.strings + theme.others + strings.announced.map { Array($0.utf8) }).map { all.found(in: $0) }
        let known = (found + open).reduce(into: Set<Int>()) { $0.formUnion($1) }
        search = all.without(known)
    }

    /// A string of them that stands in a page's text.
    func first(in text: [UInt8]) -> String? { search.strings(in: text).first }
}
