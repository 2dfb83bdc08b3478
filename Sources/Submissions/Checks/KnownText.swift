/// A text that a submission may repeat, published or waiting.
package struct KnownText: Sendable {
    /// Where it is.
    package let source: Source
    package let sketch: Sketch

    package init(_ source: Source, _ sketch: Sketch) {
        self.source = source
        self.sketch = sketch
    }

    /// Where a known text is.
    package enum Source: Sendable, Hashable {
        /// With its title, and its place as in `2026-014/0003`, `2026-014`, `library/ip-office-automation`.
        case published(title: String, place: String)
        /// Another submission, by its number.
        case submission(Int)
    }
}
