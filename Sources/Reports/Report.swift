package import Model

/// A report in one language: tables, and what their words mean. Written as text, JSON, CSV or HTML without further knowledge of what it says.
///
/// The rules of this target: numbers come from `Statistics`, words from the theme; nothing is counted here, and nothing is read or written;
/// the same usage and theme give the same bytes.
package struct Report: Sendable {
    package let language: Language
    package let title: String
    /// The forum's title.
    package let forum: String
    /// From when to when.
    package let period: String
    /// When it was counted.
    package let counted: String
    /// The period's ends and the day of counting, ISO 8601, for programs.
    let from: Day
    let to: Day
    let today: Day
    let names: ReportNames
    package let tables: [ReportTable]
    /// What each number means.
    package let notes: [Note]
    /// Above the notes.
    package let notesTitle: String
    /// Said of a table without rows.
    package let nothing: String

    /// What a word of the report means.
    package struct Note: Sendable {
        /// The same in every language.
        let key: String
        package let term: String
        package let text: String
    }
}
