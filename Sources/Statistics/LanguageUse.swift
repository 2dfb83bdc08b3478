package import Model

/// What use was made of one language, and what it costs.
package struct LanguageUse: Sendable {
    package let language: Language
    /// Contributions written in it.
    package let tally: Tally
    /// Texts of the period that were translated into it: of contributions and library entries.
    package let translations: Int
    /// Library entries of the period that were written in it.
    package let entries: Int
    /// What moderating it costs a year, in whole units; nil where forum.yaml does not say.
    package let perYear: Int?
    /// The same over the period.
    package let cost: Cost?
}
