/// SHA-256 (FIPS 180-4), so that these tests need no cryptography of the program's.
package enum SHA256 {
    package static func hex(_ message: [UInt8]) -> String {
        var state = initial
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) { padded.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift)) }
        for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<start + 64], into: &state) }
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        let block = Array(block)
        var w = (0..<16).map { word in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[word * 4 + $1]) } }
        for index in 16..<64 {
            let a = rotate(w[index - 15], 7) ^ rotate(w[index - 15], 18) ^ (w[index - 15] >> 3)
            let b = rotate(w[index - 2], 17) ^ rotate(w[index - 2], 19) ^ (w[index - 2] >> 10)
            w.append(w[index - 16] &+ a &+ w[index - 7] &+ b)
        }
        var s = state
        for index in 0..<64 {
            let big = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)
            let first = s[7] &+ big &+ ((s[4] & s[5]) ^ (~s[4] & s[6])) &+ constants[index] &+ w[index]
            let small = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)
            let second = small &+ ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]))
            s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in 0..<8 { state[index] = state[index] &+ s[index] }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// The first 32 bits of the fractional parts of the roots of the first primes.
    private static let primes: [Int] = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
    private static let initial: [UInt32] = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
    private static let constants: [UInt32] = primes.map { cubeRootFraction($0) }

    private static func fraction(_ root: Double) -> UInt32 {
        UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }

    /// Worked out in whole numbers, as a double's cube root may be off by one.
    private static func cubeRootFraction(_ prime: Int) -> UInt32 {
        var root: UInt64 = 0
        let wanted = UInt128(prime) << 96
        for bit in stride(from: 35, through: 0, by: -1) {
            let next = root | (1 << UInt64(bit))
            if UInt128(next) * UInt128(next) * UInt128(next) <= wanted { root = next }
        }
        return UInt32(truncatingIfNeeded: root)
    }
}
