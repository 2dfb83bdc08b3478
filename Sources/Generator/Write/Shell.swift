import Theme

/// What stands around the ciphertext of every page of one language at one depth: made once, and the same bytes for each.
struct Shell: Sendable {
    private let before: ArraySlice<UInt8>
    private let after: ArraySlice<UInt8>

    /// - Parameter view: gives the shell around a ciphertext, which the template puts in once and as it is.
    init(_ renderer: TemplateRenderer, view: ([UInt8]) -> ShellView) {
        let mark = Array("<ciphertext>".utf8)  // every other value is escaped, and so holds no such bracket
        let whole = renderer.render(view(mark))
        let cut = whole.firstRange(of: mark) ?? whole.endIndex..<whole.endIndex
        before = whole[..<cut.lowerBound]
        after = whole[cut.upperBound...]
    }

    func around(_ ciphertext: [UInt8]) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(before.count + ciphertext.count + after.count)
        page += before
        page += ciphertext
        page += after
        return page
    }
}
