/// Hashes of every run of letters, each worked out from the one before (R. Karp and M. Rabin, 1987).
struct Runs {
    private let length: Int
    private var window: [UInt64]
    private var count = 0
    private var rolling: UInt64 = 0

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What the oldest letter of a run has grown to when it leaves.
    private let leaving: UInt64

    /// - Parameter length: letters in a run.
    init(length: Int) {
        self.length = length
        window = [UInt64](repeating: 0, count: length)
        leaving = (0..<length).reduce(into: UInt64(1)) { power, _ in power = power &* Self.base }
    }

    /// Takes the next letter.
    ///
    /// - Returns: the hash of the run that ends with it; nil while there are not letters enough.
    mutating func hash(adding letter: UInt64) -> UInt64? {
        let place = count % length
        rolling = rolling &* Self.base &+ letter &- window[place] &* leaving
        window[place] = letter
        count += 1
        return count < length ? nil : Self.mixed(rolling)
    }

    /// Spreads what neighbouring runs have in common over all bits (the finaliser of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
