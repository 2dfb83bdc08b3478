/// The outer form of a `winmail.dat`, [MS-OXTNEF]: attributes, each with its length and the sum of its bytes.
enum WinmailOutline {
    /// Whether each attribute lies within the file and sums itself up, so that no later reader meets a length that is not there.
    static func isSound(_ bytes: [UInt8]) -> Bool {
        var position = 6
        while position < bytes.count {
            guard position + 11 <= bytes.count, bytes[position] == 1 || bytes[position] == 2 else { return false }
            let length = (0..<4).reduce(0) { $0 | Int(bytes[position + 5 + $1]) << (8 * $1) }
            let data = position + 9
            guard length <= bytes.count - data - 2 else { return false }
            let sum = bytes[data..<(data + length)].reduce(UInt16(0)) { $0 &+ UInt16($1) }
            guard sum == UInt16(bytes[data + length]) | UInt16(bytes[data + length + 1]) << 8 else { return false }
            position = data + length + 2
        }
        return bytes.count > 6
    }
}
