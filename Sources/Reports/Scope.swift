package import Statistics

/// Whom a report is for.
package enum Scope: Sendable {
    /// The office: with members and moderators by their names, and page openings where there are logs.
    case office(openings: PageOpenings?)
    /// Everybody who reads the forum: a page of it, on which nobody and no member is named.
    case page
}
