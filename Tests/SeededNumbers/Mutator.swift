/// Makes inputs that are nearly right, the same in every run.
package struct Mutator {
    package var random: Seeded

    package init(_ seed: UInt64) {
        random = Seeded(seed)
    }

    /// Other bytes than these: one to four small changes of kinds that have broken readers.
    package mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        repeat {
            for _ in 0...Int.random(in: 0..<4, using: &random) { change(&changed) }
        } while changed == bytes
        return changed
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else {
            bytes = some()
            return
        }
        // Headers are short and texts are long, so half of all changes are made near the beginning.
        let reach = Bool.random(using: &random) ? min(bytes.count, 64) : bytes.count
        let at = Int.random(in: 0..<reach, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes[at] = [0, 1, 2, 0x0A, 0x2B, 0x30, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        case 3: bytes.insert(contentsOf: some(), at: at)
        case 4: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...16, using: &random)))
        case 5: bytes.removeSubrange(at...)
        case 6: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + Int.random(in: 1...64, using: &random))], at: at)
        default:
            let number = [0, 1, 4095, 4096, 1 << 20, 1 << 31, .max].randomElement(using: &random) ?? 0 as UInt32
            for (index, shift) in [24, 16, 8, 0].enumerated() where at + index < bytes.count {
                bytes[at + index] = UInt8(truncatingIfNeeded: number >> UInt32(shift))
            }
        }
    }

    /// Up to 16 bytes of any kind.
    private mutating func some() -> [UInt8] {
        (0...Int.random(in: 0..<16, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
}
