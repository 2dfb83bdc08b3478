import Access
import Diagnostics
import Files

extension FileChecks {
    /// Opens an attachment piece by piece, and holds it to its source.
    func check(attached entry: FilePlan.Entry, _ state: State, _ outcome: inout Outcome) throws(Failure) {
        let sealed = try OpenFile(state.file(outcome.path))
        let source = try OpenFile(root + "/" + entry.source)
        let place = { Place(file: entry.path, for: $0) }
        add(try sealed.read(0..<min(sealed.count, 64)), at: place(entry.audience), &outcome)
        var comparison = Comparison(head: AttachedFiles.head(entry), source: source)
        var failure: Failure?
        let read = { (range: Range<Int>) throws(NotOpened) -> ArraySlice<UInt8> in
            do throws(Failure) { return try sealed.read(range)[...] } catch {
                failure = error
                throw .malformed
            }
        }
        do throws(Openers.Fault) {
            try openers.open(for: entry.audience, number: outcome.number, place: place) { (opener, place) throws(NotOpened) in
                comparison.at = 0
                try opener.open(sealed.count, at: place, read: read, deliver: { comparison.take($0) })
            } decrypts: { (opener, place) throws(NotOpened) in
                try opener.decrypts(sealed.count, at: place, read: read)
            }
            comparison.end()
        } catch {
            outcome.tell(error.kind, error.message)
        }
        if let failure = failure ?? comparison.failure { throw failure }
        if !comparison.isSame { outcome.tell(.siteOutdated) }
    }

    /// What an attachment opens to beside what it is made from.
    private struct Comparison {
        let head: [UInt8]
        let source: OpenFile
        var at = 0
        var isSame = true
        var failure: Failure?

        mutating func take(_ piece: [UInt8]) {
            do throws(Failure) {
                let text = try AttachedFiles.text(at..<at + piece.count, head, source)
                isSame = isSame && text == piece
            } catch {
                failure = error
            }
            at += piece.count
        }

        mutating func end() { isSame = isSame && at == head.count + source.count }
    }
}
