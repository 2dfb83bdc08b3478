/// A discussion's page.
package struct DiscussionView: View {
    package static let template = "discussion"
    package static let schema = Schema([
        ("title", .text), ("number", .text), ("status", .group(StatusMark.schema)), ("room", .group(TitledLink.schema)),
        ("categories", .list(TitledLink.schema)), ("opens", .group(ShownDate.schema)), ("closes", .group(ShownDate.schema)),
        ("proposedBy", .group(TitledLink.schema)), ("parallel", .list(TitledLink.schema)), ("announced", .flag),
        ("withdrawn", .group(Schema.optional)), ("contribute", .group(Schema([("url", .text)]))),
        ("opening", .group(Body.schema)),
        ("questions", .list(QuestionItem.schema)), ("openQuestions", .list(QuestionItem.linkSchema)),
        ("summary", .group(Body.schema)), ("outcome", .group(Body.schema)), ("count", .text), ("contributions", .list(Card.schema)),
        ("newest", .group(Schema([("id", .text)]))), ("waiting", .group(Schema([("id", .text), ("label", .text)]))), ("long", .flag),
        ("around", .html), ("participants", .list(Byline.schema)), ("reading", .group(ReadingScript.schema)),
    ])

    package let title: String
    /// `2026-014`
    package let number: String
    package let status: StatusMark?
    package let room: TitledLink?
    package let categories: [TitledLink]
    package let opens: ShownDate?
    package let closes: ShownDate?
    package let proposedBy: TitledLink?
    package let parallel: [TitledLink]
    /// Whether it has not opened, and so shows nothing but title, categories and date.
    package let announced: Bool
    /// The sentence for a withdrawn one.
    package let withdrawn: String?
    /// The form for contributions to it, which takes the number of a question behind `&question=`; nil where none are taken.
    package let contribute: String?
    package let opening: Body?
    package let questions: [QuestionItem]
    package let summary: Body?
    package let outcome: Body?
    /// "12 contributions".
    package let count: String
    /// Finished `ContributionView`s that answer no other, in the order of their numbers.
    package let contributions: [Card]
    /// What leads through them; nil where nothing is shown of them.
    package let guide: ThreadGuide?
    /// A finished `AroundView`; empty for guests, who see nothing but the discussion.
    package let around: [UInt8]
    /// Who took part, in the order in which they began; on a page that is among what is around it.
    package let participants: [Byline]
    /// Nil where the page has no script.
    package let reading: ReadingScript?

    package init(
        title: String, number: String, status: StatusMark?, room: TitledLink?, categories: [TitledLink], opens: ShownDate?,
        closes: ShownDate?,
        proposedBy: TitledLink?, parallel: [TitledLink], announced: Bool, withdrawn: String?, contribute: String?,
        opening: Body?, questions: [QuestionItem],
        summary: Body?, outcome: Body?, count: String, contributions: [Card], guide: ThreadGuide? = nil,
        around: [UInt8] = [], participants: [Byline] = [], reading: ReadingScript? = nil
    ) {
        self.around = around
        self.participants = participants
        self.guide = guide
        self.reading = reading
        self.title = title
        self.number = number
        self.status = status
        self.room = room
        self.categories = categories
        self.opens = opens
        self.closes = closes
        self.proposedBy = proposedBy
        self.parallel = parallel
        self.announced = announced
        self.withdrawn = withdrawn
        self.contribute = contribute
        self.opening = opening
        self.questions = questions
        self.summary = summary
        self.outcome = outcome
        self.count = count
        self.contributions = contributions
    }

    package var fields: [Field] {
        [
            Field("title", .text(title)), Field("number", .text(number)), Field("status", .group(status?.fields)),
            Field("room", .group(room?.fields)),
            Field("categories", .list(categories.map(\.fields))), Field("opens", .group(opens?.fields)),
            Field("closes", .group(closes?.fields)),
            Field("proposedBy", .group(proposedBy?.fields)), Field("parallel", .list(parallel.map(\.fields))),
            Field("announced", .flag(announced)),
            Field("withdrawn", .optional(withdrawn)), Field("contribute", .group(contribute.map { [Field("url", .text($0))] })),
            Field("opening", .group(opening?.fields)),
            Field("questions", .list(questions.map(\.fields))),
            Field("openQuestions", .list(questions.filter { !$0.isAnswered }.map(\.link))),
            Field("summary", .group(summary?.fields)), Field("outcome", .group(outcome?.fields)), Field("count", .text(count)),
            Field("contributions", .list(contributions.map(\.fields))),
            Field("newest", .group((guide?.newest).map { [Field("id", .text($0))] })),
            Field("waiting", .group((guide?.waiting).map { [Field("id", .text($0.id)), Field("label", .text($0.label))] })),
            Field("long", .flag(guide?.isLong ?? false)), Field("around", .html(around)),
            Field("participants", .list(participants.map(\.fields))),
            Field("reading", .group(reading?.fields)),
        ]
    }
}
