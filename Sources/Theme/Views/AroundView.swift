/// What members see around a discussion, below it: who has taken part and where else, and what links to it.
package struct AroundView: View {
    package static let template = "around"
    package static let schema = Schema([
        (
            "contributors",
            .list(
                Schema([
                    ("name", .text), ("member", .group(TitledLink.schema)), ("here", .list(Schema.optional)),
                    ("elsewhere", .list(TitledLink.schema)),
                ]))
        ),
        ("linked", .list(TitledLink.schema)),
    ])

    /// Somebody who has taken part.
    package struct Contributor: Sendable {
        package let name: String
        /// The State for which they write, leading to all that it has contributed.
        package let member: TitledLink?
        /// The numbers of their contributions here.
        package let here: [String]
        /// The newest of those in other discussions.
        package let elsewhere: [TitledLink]

        package init(name: String, member: TitledLink?, here: [String], elsewhere: [TitledLink]) {
            self.name = name
            self.member = member
            self.here = here
            self.elsewhere = elsewhere
        }
    }

    package let contributors: [Contributor]
    /// What links here.
    package let linked: [TitledLink]

    package init(contributors: [Contributor], linked: [TitledLink]) {
        self.contributors = contributors
        self.linked = linked
    }

    package var fields: [Field] {
        [
            Field(
                "contributors",
                .list(
                    contributors.map {
                        [
                            Field("name", .text($0.name)), Field("member", .group($0.member?.fields)),
                            Field("here", .list($0.here.map { [Field("text", .text($0))] })),
                            Field("elsewhere", .list($0.elsewhere.map(\.fields))),
                        ]
                    })),
            Field("linked", .list(linked.map(\.fields))),
        ]
    }
}
