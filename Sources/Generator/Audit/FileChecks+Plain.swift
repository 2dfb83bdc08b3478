import Diagnostics
import Files
import Model
import Theme

/// A site with `gate: server`: nothing is sealed, so each file is what the content makes it, to the last byte, in the tree of those whom it
/// is for. Whether the server lets in nobody else is seen at its address alone, see `Publishing.ServedSite`.
extension FileChecks {
    /// Makes a page again, and compares.
    func check(plain entry: Plan.Entry, of pages: PlainPages, _ state: inout State, _ outcome: inout Outcome) throws(Failure) {
        let page = pages.page(entry, with: &state.renderers)
        judge(page.text, of: entry, &outcome)
        guard try FileSystem.read(outcome.path, limit: 256 << 20, from: state.site) != page.file.bytes else { return }
        outcome.tell(.siteOutdated, "this is not the page that the content makes now")
    }

    /// Holds a file that the build makes to what the content makes now.
    func check(plain file: MadeFile, _ state: State, _ outcome: inout Outcome) throws(Failure) {
        judge(made: file.plain, &outcome)
        guard try FileSystem.read(outcome.path, limit: 256 << 20, from: state.site) != file.plain else { return }
        outcome.tell(.siteOutdated, "this is not the file that the content makes now")
    }

    /// Holds an attachment to its source.
    func check(plain entry: FilePlan.Entry, _ state: State, _ outcome: inout Outcome) throws(Failure) {
        let (found, source) = (try OpenFile(state.file(outcome.path)), try OpenFile(root + "/" + entry.source))
        var at = 0
        var isSame = found.count == source.count
        if isSame {
            try source.forEachPiece { (piece) throws(Failure) in
                isSame = try found.read(at..<at + piece.count) == piece && isSame
                at += piece.count
            }
        }
        if !isSame { outcome.tell(.siteOutdated, "this is not the file that the content has now") }
    }
}
