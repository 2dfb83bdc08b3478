extension DigestView {
    package var fields: [Field] {
        [
            Field("lang", .text(language)), Field("dir", .text(direction)),
            Field("align", .text(direction == "rtl" ? "right" : "left")), Field("title", .text(title)), Field("forum", .text(forum)),
            Field("address", .text(address)), Field("period", .text(period)), Field("count", .text(count)), Field("notice", .text(notice)),
            Field("sections", .list(sections.map(\.fields))), Field("footer", .list(footer.map { [Field("text", .text($0))] })),
        ]
    }
}

extension DigestView.Section {
    fileprivate var fields: [Field] {
        [Field("heading", .text(heading)), Field("items", .list(items.map(\.fields))), Field("more", .optional(more))]
    }
}

extension DigestView.Item {
    fileprivate var fields: [Field] {
        [
            Field("link", .group(link.fields)), Field("details", .text(details)),
            Field("questions", .list(questions.map { [Field("text", .text($0))] })), Field("excerpt", .group(excerpt?.fields)),
            Field("posts", .list(posts.map(\.fields))), Field("more", .optional(more)),
        ]
    }
}

extension DigestView.Post {
    fileprivate var fields: [Field] {
        [Field("link", .group(link.fields)), Field("details", .text(details)), Field("excerpt", .group(excerpt?.fields))]
    }
}

extension DigestView.Link {
    fileprivate var fields: [Field] {
        [Field("title", .text(title)), Field("url", .optional(url)), Field("tongue", .group(tongue?.fields))]
    }
}

extension DigestView.Excerpt {
    fileprivate var fields: [Field] {
        [Field("text", .text(text)), Field("tongue", .group(tongue?.fields)), Field("note", .optional(note))]
    }
}

extension DigestView.Tongue {
    fileprivate var fields: [Field] { [Field("lang", .text(code)), Field("dir", .text(direction))] }
}
