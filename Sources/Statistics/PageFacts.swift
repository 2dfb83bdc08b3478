/// What a page of the site is told by the office for its statistics: regions, and times without anybody's name.
package struct PageFacts: Sendable, Hashable {
    /// By member's code.
    package let regions: [String: String]
    /// Nil where nothing ever came in.
    package let office: OfficeFacts?

    /// Of `office`, members, places and moderators are left out.
    package init(regions: [String: String], office: OfficeFacts?) {
        self.regions = regions
        self.office = office?.anonymous
    }

    /// Nothing is known.
    package static let none = PageFacts(regions: [:], office: nil)
}
