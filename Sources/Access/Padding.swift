/// Padmé: a length tells no more of the true one than its leading bits do, at a cost of at most 12 %.
/// After Nikitin, Barman, Lueks, Underwood, Hubaux and Ford, "Reducing Metadata Leakage from Encrypted Files and
/// Communication with PURBs" (2019), section 4.
enum Padding {
    /// The length that `length` bytes are padded to.
    static func padded(_ length: Int) -> Int {
        guard length > 1 else { return length }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let significant = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << (exponent - significant)) - 1
        return (length + mask) & ~mask
    }
}
