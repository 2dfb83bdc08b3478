/// How often the key of a discussion that takes guests has been made anew.
package struct DiscussionKey: Sendable, Hashable {
    /// The discussion's year and number: `2026-014`.
    package let number: String
    /// From 1; rises by one with each guest who no longer is one.
    package let generation: Int
    /// The epoch in which this generation began.
    package let since: Int
}
