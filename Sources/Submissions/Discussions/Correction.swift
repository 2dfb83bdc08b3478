/// Another text for something that was published.
package struct Correction: Sendable {
    /// What is to stand there.
    package let text: Text
    /// The submission that asks for it, and is dealt with by this; nil where a moderator wrote the text.
    package let request: Request?

    package init(_ text: Text, request: Request? = nil) {
        self.text = text
        self.request = request
    }

    /// A new text, in one of two forms.
    package enum Text: Sendable {
        /// A text in place of the present one, and a title where it has one; the other keys stay.
        case manuscript(Manuscript)
        /// The whole file as an editor left it, and as it was before.
        case file([UInt8], seen: [UInt8])
    }

    /// A submission that is dealt with by a correction.
    package struct Request: Sendable {
        let record: Record
        let files: [Placement.File]
        let accepted: [String]
    }
}
