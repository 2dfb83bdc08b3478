/// Parts of a whole.
package enum Share {
    /// In thousandths, half of one up; nil of nothing.
    package static func permille(_ part: Int, of whole: Int) -> Int? {
        whole > 0 ? (part * 2_000 + whole) / (whole * 2) : nil
    }
}
