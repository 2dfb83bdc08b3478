import Theme

/// What stands around the ciphertext of every page of one language at one depth: made once, and the same bytes for each.
struct Shell: Sendable {
    private let plain: Frame
    private let parted: Frame

    private struct Frame: Sendable {
        let pieces: [ArraySlice<UInt8>]

        /// The bytes between the places where `marks` stand.
        init(_ whole: [UInt8], marks: [[UInt8]]) {
            var pieces: [ArraySlice<UInt8>] = []
            var rest = whole[...]
            for mark in marks {
                let cut = rest.indices.first { rest[$0] == mark[0] && rest[$0...].starts(with: mark) } ?? rest.endIndex
                pieces.append(rest[..<cut])
                rest = rest[cut...].dropFirst(mark.count)
            }
            self.pieces = pieces + [rest]
        }

        /// What stands between the pieces; nil where they do not stand around it.
        func inside(_ page: [UInt8]) -> [ArraySlice<UInt8>]? {
            guard let first = pieces.first, let last = pieces.last, page.count >= pieces.reduce(0, { $0 + $1.count }) else { return nil }
            guard page[..<first.count] == first, page[(page.count - last.count)...] == last else { return nil }
            var rest = page[first.count..<page.count - last.count]
            var inside: [ArraySlice<UInt8>] = []
            for piece in pieces.dropFirst().dropLast() {
                guard let found = rest.firstRange(of: piece) else { return nil }
                inside.append(rest[..<found.lowerBound])
                rest = rest[found.upperBound...]
            }
            return inside + [rest]
        }

        func around(_ ciphertexts: [[UInt8]]) -> [UInt8] {
            var page: [UInt8] = []
            page.reserveCapacity(pieces.reduce(0) { $0 + $1.count } + ciphertexts.reduce(0) { $0 + $1.count })
            for (index, piece) in pieces.enumerated() {
                page += piece
                if index < ciphertexts.count { page += ciphertexts[index] }
            }
            return page
        }
    }

    /// - Parameter view: gives the shell around a ciphertext and, where there is one, a part's; the template puts in each once and as it
    ///   is, the page's first.
    init(_ renderer: TemplateRenderer, view: (_ sealed: [UInt8], _ part: [UInt8]?) -> ShellView) {
        // Every other value is escaped, and so holds no such bracket.
        let (page, part) = (Array("<ciphertext>".utf8), Array("<part>".utf8))
        plain = Frame(renderer.render(view(page, nil)), marks: [page])
        parted = Frame(renderer.render(view(page, part)), marks: [page, part])
    }

    /// What stands in this shell, the page's first; nil for bytes that are not this shell around something.
    ///
    /// - Parameter parted: whether there is to be a part beside the page.
    func inside(_ page: [UInt8], parted: Bool) -> [ArraySlice<UInt8>]? { (parted ? self.parted : plain).inside(page) }

    /// All that is open in it.
    var open: [ArraySlice<UInt8>] { plain.pieces + parted.pieces }

    /// - Parameters:
    ///   - ciphertext: the page's, in the alphabet of pages.
    ///   - part: the part's, where there is one.
    func around(_ ciphertext: [UInt8], part: [UInt8]?) -> [UInt8] {
        part.map { parted.around([ciphertext, $0]) } ?? plain.around([ciphertext])
    }
}
