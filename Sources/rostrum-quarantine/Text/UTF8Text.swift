/// Tests on bytes that may be UTF-8.
enum UTF8Text {
    /// Whether all of it is UTF-8.
    static func isValid(_ bytes: some Sequence<UInt8>) -> Bool {
        var codec = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch codec.parseScalar(from: &iterator) {
            case .valid: continue
            case .emptyInput: return true
            case .error: return false
            }
        }
    }

    /// Whether there is a byte above 0x7F.
    static func hasHighBytes(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 >= 0x80 }
    }
}
