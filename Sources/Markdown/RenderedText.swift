/// What a Markdown body became: HTML that is safe to embed, and what the forum must know of it.
package struct RenderedText: Sendable, Hashable {
    /// HTML without what the holes hold.
    package let html: [UInt8]
    /// Where a page puts in what depends on it, in ascending order of their offsets.
    package let holes: [Hole]
    /// Links that lead to no other host: relative paths and anchors. Their holes take the attributes `href` and what goes with it.
    package let links: [Link]
    /// Images; their holes take the whole element.
    package let images: [Image]
    /// Links whose scheme is not one of http, https, mailto and tel, in disguise or not; their HTML has an empty address.
    package let unsafe: [Link]
    /// In their order.
    package let headings: [Heading]
    /// The beginning as plain text without headings and tables, in one line, at most 280 characters, ended by `…` where it was cut.
    package let excerpt: String
    /// Number of words (of characters, in scripts without spaces).
    package let words: Int

    package init(
        html: [UInt8], holes: [Hole], links: [Link], images: [Image], unsafe: [Link] = [], headings: [Heading], excerpt: String, words: Int
    ) {
        self.html = html
        self.holes = holes
        self.links = links
        self.images = images
        self.unsafe = unsafe
        self.headings = headings
        self.excerpt = excerpt
        self.words = words
    }

    /// A place in the HTML that the page fills.
    package struct Hole: Sendable, Hashable {
        /// Byte offset in `html`.
        package let offset: Int
        /// What belongs there.
        package let content: Content

        package init(offset: Int, content: Content) {
            self.offset = offset
            self.content = content
        }

        /// What a hole is filled with.
        package enum Content: Sendable, Hashable {
            /// The index of a link.
            case link(Int)
            /// The index of an image.
            case image(Int)
            /// The box of an item of a list of tasks, and the space behind it.
            case task(isDone: Bool)
        }
    }

    /// A link as its author wrote it.
    package struct Link: Sendable, Hashable {
        /// As written, entities and backslashes resolved.
        package let destination: String
        /// The text in quotes behind the address; empty where there is none.
        package let title: String
        /// Line of the body, from 1.
        package let line: Int

        package init(destination: String, title: String, line: Int) {
            self.destination = destination
            self.title = title
            self.line = line
        }
    }

    /// An image as its author wrote it.
    package struct Image: Sendable, Hashable {
        /// As written, entities and backslashes resolved.
        package let source: String
        /// Plain text of the alternative text; may be empty.
        package let alternative: String
        /// The text in quotes behind the address; empty where there is none.
        package let title: String
        /// Line of the body, from 1.
        package let line: Int

        package init(source: String, alternative: String, title: String, line: Int) {
            self.source = source
            self.alternative = alternative
            self.title = title
            self.line = line
        }
    }

    /// A heading that links can lead to.
    package struct Heading: Sendable, Hashable {
        /// 1 to 6, as it stands in the HTML.
        package let level: Int
        /// The anchor without the text's prefix: what an author writes behind `#`.
        package let anchor: String
        /// Plain, without markup.
        package let text: String
        /// Line of the body, from 1.
        package let line: Int

        package init(level: Int, anchor: String, text: String, line: Int) {
            self.level = level
            self.anchor = anchor
            self.text = text
            self.line = line
        }
    }
}
