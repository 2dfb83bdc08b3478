/// How much of each thing stands in a digest.
struct DigestLimits: Sendable {
    /// Discussions or entries below a heading.
    let items: Int
    /// Contributions to one discussion.
    let posts: Int
    let questions: Int
    /// Columns of an excerpt.
    let excerpt: Int

    /// The first with which the HTML is not too large counts: mail programs cut off what is longer.
    static let steps = [
        DigestLimits(items: 20, posts: 10, questions: 12, excerpt: 240), DigestLimits(items: 12, posts: 8, questions: 10, excerpt: 240),
        DigestLimits(items: 8, posts: 5, questions: 6, excerpt: 240), DigestLimits(items: 6, posts: 3, questions: 4, excerpt: 160),
        DigestLimits(items: 3, posts: 1, questions: 2, excerpt: 80),
    ]
    /// Bytes of the HTML.
    static let html = 100_000
    /// Columns of titles, of questions, and of names.
    static let title = 160
    static let question = 200
    static let name = 80
}
