package import Diagnostics
package import Markdown

extension MarkdownFault {
    /// The finding for a text that could not be rendered.
    ///
    /// - Parameter path: of the text's file.
    package func finding(in path: String) -> Finding {
        let (message, hint) =
            switch self {
            case .tooSlow:
                ("this text takes more than 2 seconds to read as Markdown", "look for long runs of [, *, _, ` or | and divide the text")
            case .tooLarge:
                (
                    "this text takes more than 256 MB to read as Markdown",
                    "look for footnotes or tables that are repeated, and divide the text"
                )
            case .crashed: ("this text cannot be read as Markdown", "divide it, to find the part that the Markdown library stumbles over")
            case .tooLong: ("this text is longer than 1 MB", "divide it")
            }
        return Finding(.textTooCostly, message, at: Location(file: path), hint: hint)
    }
}
