import Quarantine

/// What may still be spent on one thing from outside, with all that is in it.
struct Budget {
    /// Parts and entries of everything in it together.
    private var parts = 10 * QuarantineLimits.parts
    /// Bytes that may still be unpacked.
    private(set) var bytes = QuarantineLimits.unpacked

    /// Bytes that may still be unpacked only to be thrown away.
    private var work = 3 * QuarantineLimits.unpacked

    /// When the last picture must be done, in processor time: two thirds of what there is, so that the rest still gets its turn.
    private let picturesEnd = ProcessorTime.spent + Double(QuarantineLimits.processorSeconds) * 2 / 3

    /// Seconds of processor time that pictures may still take.
    var timeForPictures: Double { picturesEnd - ProcessorTime.spent }

    /// Whether one more part may be looked at.
    mutating func takePart() -> Bool {
        parts -= 1
        return parts >= 0
    }

    /// Whether that many bytes more may be unpacked.
    mutating func take(bytes count: Int) -> Bool {
        guard count <= bytes else { return false }
        bytes -= count
        return true
    }

    /// Whether that much may be unpacked, kept or not.
    mutating func take(work count: Int) -> Bool {
        work -= count
        return work >= 0
    }
}
