import Access

/// A change of one file or folder, by its path: `content/…` in the forum, `office/…` in the office, wherever that is.
package enum Change: Sendable, Hashable {
    /// Puts a whole file there.
    ///
    /// - Parameter before: hash of the file that it takes the place of; nil where there is none.
    case put(path: String, bytes: [UInt8], before: String?)
    /// Removes a file.
    case remove(path: String, before: String)
    /// Removes a folder with all that is in it; one that is not there is no fault.
    case removeFolder(path: String)

    /// What it changes.
    package var path: String {
        switch self {
        case .put(let path, _, _), .remove(let path, _), .removeFolder(let path): path
        }
    }

    /// The hash that `before` takes.
    package static func hash(_ bytes: some Collection<UInt8>) -> String { Digest.sha256Hex(bytes) }
}
