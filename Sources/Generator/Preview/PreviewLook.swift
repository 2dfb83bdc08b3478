import Access
import ContentStore
package import Diagnostics
package import Model

/// What one look at a forum's files gives for its preview.
package struct PreviewLook: Sendable {
    /// In the order of the files.
    package let findings: [Finding]
    /// Nil where an error leaves not even a page to say so on.
    package let preview: Preview?
    /// The next time at which pages change without any file changing; nil when none will.
    package let nextChange: Instant?
    fileprivate let remembered: RememberedFolders

    /// Whether its pages are what a build would make; with errors, there are none to show.
    package var isSound: Bool { preview != nil && !findings.contains { $0.kind.severity == .error } }
}

/// The stamps of all that a preview is made of.
package struct PreviewStamps: Sendable, Equatable {
    private let stamps: Fingerprint
    /// Whether a file changed so lately that its stamp does not tell a further change.
    package let isYoung: Bool

    package static func == (a: PreviewStamps, b: PreviewStamps) -> Bool { a.stamps == b.stamps }

    fileprivate init(_ build: Build) throws(Failure) {
        var builder = Fingerprint.Builder()
        let (listing, recent) = (try build.list(), YoungFiles())
        builder.add(listing.stamps)
        let hasYoungTheme = try Sources.addThemes(build.settings, recent, to: &builder)
        stamps = builder.fingerprint
        isYoung = hasYoungTheme || listing.forum.map(recent.contains) ?? false || listing.folders.contains(where: recent.contains)
    }
}

extension Build {
    /// Looks at the forum without its keys, for a preview. Nothing is written, and nothing of the office is read.
    ///
    /// - Parameter earlier: what an earlier look has given; folders whose files are the same are not read again.
    package func preview(after earlier: PreviewLook? = nil) throws(Failure) -> PreviewLook {
        try requireForum()
        let cache = earlier == nil ? try Cache(reading: settings.root) : nil
        let checked = try checked(try list(), cache, earlier: earlier?.remembered)
        let site = try checked.site(names: .standIns, sending: nil)
        return PreviewLook(
            findings: try checked.findings(), preview: site.map { Preview($0, root: settings.root) },
            nextChange: site?.catalog.nextChange, remembered: checked.remembered)
    }

    /// The stamps of the files that `preview` looks at, for whoever waits for a change of them.
    package func previewStamps() throws(Failure) -> PreviewStamps { try PreviewStamps(self) }
}
