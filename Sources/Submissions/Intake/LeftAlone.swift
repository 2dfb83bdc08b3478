/// Something that an import met in a folder and left where it is.
package struct LeftAlone: Sendable, Hashable {
    /// As the folder was named, with what stands in it; not UTF-8 where the name is not.
    package let path: String
    package let reason: Reason

    /// Why it was left.
    package enum Reason: String, Sendable, CaseIterable {
        /// A file that no text beside it names.
        case unnamed
        /// A link, a device, a pipe.
        case notPlain = "no-ordinary-file"
        /// The system does not let it be read.
        case unreadable = "cannot-be-read"
        /// Its name cannot be said, and so it cannot be opened by it.
        case badName = "name-is-not-utf-8"
    }

    init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// Whether a submission may be in it that nobody has seen.
    package var isLoss: Bool { reason == .unreadable || reason == .badName }
}
