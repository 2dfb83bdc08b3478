/// Every string that Swift puts into a book; all others are used by its templates.
///
/// The raw value is the key in `strings/book/<language>.yaml`, with the folder's name before it.
package enum BookString: String, StringName, CaseIterable {
    /// What a book of one discussion is.
    case proceedings = "book.proceedings"
    /// The day on which it was made.
    case made = "book.made"
    /// That whoever has the file can read it.
    case inClear = "book.inClear"
    /// What its first page is called in the contents.
    case titlePage = "book.titlePage"

    package var placeholders: Set<String> {
        switch self {
        case .proceedings: ["forum"]
        case .made: ["date"]
        case .inClear, .titlePage: []
        }
    }

    package var isPlural: Bool { false }
}
