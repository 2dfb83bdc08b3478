/// What a Markdown body says and how it is built, for those who check it: plain texts with their places, links, images, headings.
package struct TextOutline: Sendable, Hashable {
    /// In the order of the text.
    package let blocks: [Block]
    /// With their levels as written.
    package let headings: [RenderedText.Heading]
    /// Every link, bare addresses too.
    package let links: [Link]
    /// As written; those in links too.
    package let images: [RenderedText.Image]
    /// Lines of the body, from 1, on which raw HTML begins that is left out of the page, in ascending order.
    package let rawHTML: [Int]
    /// Number of words (of characters, in scripts without spaces), as in `RenderedText`.
    package let words: Int

    package init(
        blocks: [Block], headings: [RenderedText.Heading], links: [Link], images: [RenderedText.Image], rawHTML: [Int], words: Int
    ) {
        self.blocks = blocks
        self.headings = headings
        self.links = links
        self.images = images
        self.rawHTML = rawHTML
        self.words = words
    }

    /// A piece of plain text.
    package struct Block: Sendable, Hashable {
        package let kind: Kind
        /// Without markup; lines as in the source, with LF between them; U+FFFC where inline code, a picture or raw HTML stands.
        package let text: String
        /// Line of the body, from 1, on which it begins.
        package let line: Int

        package init(kind: Kind, text: String, line: Int) {
            self.kind = kind
            self.text = text
            self.line = line
        }

        /// What a piece of text is: the innermost of what it stands in, but for quotes, in which all is quoted.
        package enum Kind: String, Sendable, CaseIterable {
            case paragraph, heading, item, quote, cell, footnote
            /// A block of code, or code in a line, which follows the block that it stands in.
            case code
        }
    }

    /// A link.
    package struct Link: Sendable, Hashable {
        /// Without markup; the alternative texts of images are part of it.
        package let text: String
        /// As written, entities and backslashes resolved; of a bare address complete with its scheme.
        package let destination: String
        package let leads: Leads
        /// Whether it is an address without any markup.
        package let isBare: Bool
        /// Line of the body, from 1.
        package let line: Int

        package init(text: String, destination: String, leads: Leads, isBare: Bool, line: Int) {
            self.text = text
            self.destination = destination
            self.leads = leads
            self.isBare = isBare
            self.line = line
        }

        /// Where a link leads.
        package enum Leads: String, Sendable, CaseIterable {
            /// A path or an anchor: to no other host.
            case relative
            /// To another host.
            case outside
            /// To a mail address or telephone.
            case direct
            /// To what a page leaves out: schemes other than http, https, mailto and tel, in disguise or not.
            case unsafe
        }
    }
}
