package import Model

/// A translation that is to be put in place.
package struct NewTranslation: Sendable {
    package var text: TextName
    package var to: Language
    /// The language of the original; nil for the only one that there is.
    package var from: Language?
    package var manuscript: Manuscript
    /// Who translated; nil for what the manuscript says.
    package var by: String?
    /// Whether a machine translated.
    package var machine: Bool
    /// Whether it is of the original as it is now, whatever the manuscript says.
    package var current: Bool

    package init(
        text: TextName, to: Language, from: Language? = nil, manuscript: Manuscript, by: String? = nil, machine: Bool = false,
        current: Bool = false
    ) {
        self.text = text
        self.to = to
        self.from = from
        self.manuscript = manuscript
        self.by = by
        self.machine = machine
        self.current = current
    }
}
