/// Why a text could not be rendered: faults of the text, for its author to mend, not of the machine.
package enum MarkdownFault: String, Error, Sendable, Hashable, CaseIterable {
    /// More than `MarkdownLimits.seconds` of processor time.
    case tooSlow
    /// More than `MarkdownLimits.memory`, or HTML past all measure.
    case tooLarge
    /// The parser stumbled over it.
    case crashed
    /// More than `MarkdownLimits.bytes`; not even tried.
    case tooLong
}
