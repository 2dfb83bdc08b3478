/// What Swift asks for of the search's strings: `strings/search/<language>.yaml`.
package enum SearchString: String, StringName, CaseIterable {
    case title = "search.title"

    package var placeholders: Set<String> { [] }

    package var isPlural: Bool { false }
}
