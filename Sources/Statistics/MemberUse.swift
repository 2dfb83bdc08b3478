package import Model

/// What a member has made of the forum.
package struct MemberUse: Sendable {
    /// The member's code.
    package let code: String
    /// As the office divides the world; nil where it does not say.
    package let region: String?
    /// Contributions of the period.
    package let tally: Tally
    /// Discussions that opened in the period at its proposal.
    package let proposals: Int
    /// Library entries of the period that name it.
    package let entries: Int
    /// The last day, up to the end of the period, on which something of it was published or, as far as the office knows, came in.
    package let lastHeard: Day?
    /// Whether that day lies in the period.
    package let isHeard: Bool
}
