/// A guiding question on its discussion's page.
package struct QuestionItem: Sendable {
    /// From 1.
    package let number: Int
    /// The number as the page's language writes it.
    package let shown: String
    /// "Question 2"
    package let label: String
    package let text: String
    /// The form for an answer; nil where none is taken.
    package let form: String?
    /// Whether a contribution answers it.
    package let isAnswered: Bool
    /// A finished `AnswersView`.
    package let answers: [UInt8]

    package init(number: Int, shown: String, label: String, text: String, form: String?, isAnswered: Bool, answers: [UInt8]) {
        self.answers = answers
        self.number = number
        self.shown = shown
        self.label = label
        self.text = text
        self.form = form
        self.isAnswered = isAnswered
    }

    static let schema = Schema([
        ("id", .text), ("number", .text), ("shown", .text), ("label", .text), ("text", .text),
        ("answer", .group(Schema([("url", .text)]))), ("answers", .html),
    ])

    /// What a link to it needs.
    static let linkSchema = Schema([("id", .text), ("shown", .text), ("label", .text)])

    var link: [Field] { [Field("id", .text("q\(number)")), Field("shown", .text(shown)), Field("label", .text(label))] }

    var fields: [Field] {
        [
            Field("id", .text("q\(number)")), Field("number", .text(String(number))), Field("shown", .text(shown)),
            Field("label", .text(label)), Field("text", .text(text)), Field("answer", .group(form.map { [Field("url", .text($0))] })),
            Field("answers", .html(answers)),
        ]
    }
}

/// What answers a guiding question, below it.
package struct AnswersView: View {
    package static let template = "question"
    package static let schema = Schema([
        ("answers", .list(Schema([("id", .text), ("number", .text), ("name", .text), ("member", .group(Schema.optional))]))),
        ("count", .text), ("fold", .group(Schema.optional)),
    ])

    /// A contribution: its number, who speaks, and for which State.
    package typealias Answer = (number: String, name: String, member: String?)

    package let answers: [Answer]
    /// "12 answers"
    package let count: String
    /// Whether they are folded away.
    package let isFolded: Bool

    package init(answers: [Answer], count: String, isFolded: Bool) {
        self.answers = answers
        self.count = count
        self.isFolded = isFolded
    }

    package var fields: [Field] {
        [
            Field(
                "answers",
                .list(
                    answers.map {
                        [
                            Field("id", .text("c\($0.number)")), Field("number", .text($0.number)), Field("name", .text($0.name)),
                            Field("member", .optional($0.member)),
                        ]
                    })),
            Field("count", .text(count)), Field("fold", .optional(isFolded ? count : nil)),
        ]
    }
}

/// What leads through the contributions of a discussion.
package struct ThreadGuide: Sendable {
    /// The anchor of the newest; nil where there is none.
    package let newest: String?
    /// The anchor of the first that waits for a reply, and how many do: "Without a reply: 12".
    package let waiting: (id: String, label: String)?
    /// Whether there are so many that the way stays in view.
    package let isLong: Bool

    package init(newest: String?, waiting: (id: String, label: String)?, isLong: Bool) {
        self.newest = newest
        self.waiting = waiting
        self.isLong = isLong
    }
}

/// The script that helps with reading a page, which the gate's script loads.
package struct ReadingScript: Sendable {
    /// The number of the discussion that the page shows; empty on any other.
    package let discussion: String
    /// Paths of script and style from the site's root.
    package let script: String
    package let style: String
    /// What it says, as JSON.
    package let words: String

    package init(discussion: String, script: String, style: String, words: String) {
        self.discussion = discussion
        self.script = script
        self.style = style
        self.words = words
    }

    static let schema = Schema([("discussion", .text), ("script", .text), ("style", .text), ("words", .text)])

    var fields: [Field] {
        [
            Field("discussion", .text(discussion)), Field("script", .text(script)), Field("style", .text(style)),
            Field("words", .text(words)),
        ]
    }
}
