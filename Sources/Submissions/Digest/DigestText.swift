import Theme

/// A digest in plain text: the same words as its HTML, in the same order; where a title leads stands below it.
struct DigestText {
    private static let columns = 72

    private let view: DigestView
    private var lines: [String] = []

    init(_ view: DigestView) {
        self.view = view
        head()
        for section in view.sections { add(section) }
        lines.append("")
        rule("-", Self.columns)
        for line in view.footer { paragraph(line) }
    }

    /// LF at the ends of lines.
    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func head() {
        paragraph(view.forum)
        address(view.address)
        paragraph(view.period)
        paragraph(view.count)
        lines.append("")
        paragraph(view.notice)
    }

    private mutating func add(_ section: DigestView.Section) {
        lines += ["", ""]
        paragraph(section.heading)
        rule("=", min(Self.columns, Columns.width(of: section.heading)))
        for item in section.items { add(item) }
        if let more = section.more {
            lines.append("")
            paragraph(more)
        }
    }

    private mutating func add(_ item: DigestView.Item) {
        lines.append("")
        paragraph(item.link.title, item.link.tongue)
        paragraph(item.details)
        address(item.link.url)
        for question in item.questions {
            let number = question.prefix { $0 != " " } + " "
            paragraph(String(question.dropFirst(number.count)), item.link.tongue, first: String(number))
        }
        add(item.excerpt)
        for post in item.posts {
            lines.append("")
            paragraph(post.link.title + "\u{A0}· " + post.details, post.link.tongue)
            address(post.link.url)
            add(post.excerpt)
        }
        if let more = item.more {
            lines.append("")
            paragraph(more)
        }
    }

    private mutating func add(_ excerpt: DigestView.Excerpt?) {
        guard let excerpt else { return }
        paragraph(excerpt.text, excerpt.tongue)
        if let note = excerpt.note { paragraph(note) }
    }

    private mutating func rule(_ character: String, _ count: Int) {
        lines.append((view.direction == "rtl" ? "\u{200F}" : "") + String(repeating: character, count: count))
    }

    private mutating func address(_ url: String?) {
        if let url { lines.append(url) }
    }

    private mutating func paragraph(_ text: String, _ tongue: DigestView.Tongue? = nil, first: String = "") {
        let isRightToLeft = (tongue?.direction ?? view.direction) == "rtl"
        for line in Columns.wrapped(text, first: first, limit: Self.columns) {
            // Programs take a line's direction from its first letter, which may be a name in another script.
            lines.append(isRightToLeft ? "\u{200F}" + line : line)
        }
    }
}
