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
                let cut = rest.firstRange(of: mark) ?? rest.endIndex..<rest.endIndex
                pieces.append(rest[..<cut.lowerBound])
                rest = rest[cut.upperBound...]
            }
            self.pieces = pieces + [rest]
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

    /// - Parameters:
    ///   - ciphertext: the page's, in base 64.
    ///   - part: the part's, where there is one.
    func around(_ ciphertext: [UInt8], part: [UInt8]?) -> [UInt8] {
        part.map { parted.around([ciphertext, $0]) } ?? plain.around([ciphertext])
    }
}
