package import Model

/// How often pages were opened in the period, from the access logs of the host: requests of a page with GET that were answered with 200, by
/// what is not known as a robot. No address of anybody is kept, and none is read.
package struct PageOpenings: Sendable, Hashable {
    /// By page, those without any left out.
    package private(set) var pages: [SitePage: Int] = [:]
    /// By month.
    package private(set) var months: [Month: Int] = [:]
    /// Lines that are none of an access log.
    package private(set) var unreadable = 0
    /// Openings that were left out because a robot asked.
    package private(set) var robots = 0

    init() {}

    /// All of them.
    package var total: Int { pages.values.reduce(0, +) }

    /// Those of pages of a kind, by what they show, in all languages.
    package func things(_ kind: SitePage.Kind) -> [(id: String, openings: Int)] {
        let own = pages.filter { $0.key.kind == kind }
        let sums = Dictionary(own.map { ($0.key.id ?? "", $0.value) }, uniquingKeysWith: +)
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// Those of pages of a kind.
    package func count(_ kind: SitePage.Kind) -> Int { pages.reduce(0) { $0 + ($1.key.kind == kind ? $1.value : 0) } }

    /// Those of pages in a language.
    package func count(_ language: Language) -> Int { pages.reduce(0) { $0 + ($1.key.language == language ? $1.value : 0) } }

    mutating func count(_ page: SitePage, in month: Month) {
        pages[page, default: 0] += 1
        months[month, default: 0] += 1
    }

    mutating func countRobot() { robots += 1 }

    mutating func countUnreadable() { unreadable += 1 }
}
