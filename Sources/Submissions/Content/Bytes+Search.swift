extension [UInt8] {
    /// Whether these bytes stand somewhere in this.
    func contains(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first, count >= needle.count else { return false }
        var index = 0
        while let next = self[index...].firstIndex(of: first), next <= count - needle.count {
            if self[next..<next + needle.count].elementsEqual(needle) { return true }
            index = next + 1
        }
        return false
    }
}
