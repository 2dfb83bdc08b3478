/// Which part of a page a text is.
package enum TextPart: Sendable, Hashable {
    /// The opening note of a discussion, or the text of an entry or page.
    case index
    /// A contribution, by its number.
    case contribution(String)
    case summary
    case outcome

    /// What stands before every id of the text, so that no two texts of a page collide.
    package var prefix: String {
        switch self {
        case .index: "t-"
        case .contribution(let number): "c\(number)-"
        case .summary: "s-"
        case .outcome: "o-"
        }
    }

    /// The level of the text's first rank of headings: below the page's title, or below the heading of its section or contribution.
    package var headingLevel: Int {
        switch self {
        case .index: 2
        case .contribution: 4
        case .summary, .outcome: 3
        }
    }

    /// The id of the part itself on its page; nil for the text that the page begins with.
    package var anchor: String? {
        switch self {
        case .index: nil
        case .contribution(let number): "c\(number)"
        case .summary: "summary"
        case .outcome: "outcome"
        }
    }
}
