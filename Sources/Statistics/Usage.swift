package import Model

/// What use was made of a forum in a period: every number that a report shows.
package struct Usage: Sendable {
    package let period: Period
    /// The time at which it was counted.
    package let now: Instant
    /// All contributions: texts of participants, guests and staff that stand in discussions that stand, dated in the period.
    package let total: Tally
    /// Moderators' notes of the period.
    package let notes: Int
    /// Contributions by their authors' capacity.
    package let roles: Breakdown<Contribution.Role>
    package let origins: Breakdown<Origin>
    package let regions: Breakdown<Origin>
    package let rooms: Breakdown<String>
    /// A contribution to a discussion of several categories counts in each.
    package let categories: Breakdown<String>
    package let months: Breakdown<Month>
    package let languages: [LanguageUse]
    /// Discussions that were open on some day of the period, in the order of their identifiers.
    package let discussions: [DiscussionUse]
    /// Of these, those that opened in the period, by room.
    package let openings: [String: Int]
    package let library: LibraryUse
    /// Every member of the forum, in the order of their codes.
    package let members: [MemberUse]
    /// Contributions, discussions and entries that were withdrawn in the period.
    package let withdrawn: Int
    /// What only the office knows; nil without it.
    package let office: OfficeUse?
    /// The currency of costs; nil where forum.yaml gives none.
    package let currency: String?

    /// The members that were not heard from in the period: those never heard from first, then those silent the longest.
    package var silent: [MemberUse] {
        members.filter { !$0.isHeard }.sorted { a, b in
            a.lastHeard == b.lastHeard ? a.code < b.code : (a.lastHeard?.daysSince1970 ?? 0) < (b.lastHeard?.daysSince1970 ?? 0)
        }
    }
}
