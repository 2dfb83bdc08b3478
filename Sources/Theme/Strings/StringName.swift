/// The name of a string that Swift asks for. One enum for each folder of strings, so that all of them are known and each is looked for
/// when a theme is loaded.
package protocol StringName: Sendable {
    /// The whole key: that of its folder, then the levels in the file, joined by dots.
    var rawValue: String { get }
    /// The values that Swift hands in, which the string may name in braces.
    var placeholders: Set<String> { get }
    /// Whether the string has a form for each plural of its language.
    var isPlural: Bool { get }
}
