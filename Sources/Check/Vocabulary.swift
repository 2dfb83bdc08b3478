package import Model

/// What a theme has words for.
package struct Vocabulary: Sendable {
    /// The languages that its own words are in.
    package let languages: Set<Language>
    /// The codes of the States that `members: all` stands for.
    package let states: Set<String>
    /// Whether a State's code has a name.
    package let names: @Sendable (String) -> Bool

    package init(languages: Set<Language>, states: Set<String>, names: @escaping @Sendable (String) -> Bool) {
        self.languages = languages
        self.states = states
        self.names = names
    }
}
