import Model

/// The time in an access log: `10/Oct/2026:13:55:36 +0200`.
enum LogTime {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let length = 26

    /// Nil for anything else.
    static func instant(_ text: ArraySlice<UInt8>) -> Instant? {
        let text = Array(text)
        guard text.count == length, text[2] == slash, text[6] == slash, text[11] == colon, text[14] == colon, text[17] == colon,
            text[20] == UInt8(ascii: " "), let month = months.firstIndex(where: { $0.utf8.elementsEqual(text[3..<6]) })
        else { return nil }
        let fields = [text[0..<2], text[7..<11], text[12..<14], text[15..<17], text[18..<20]].map(number)
        let offset = [text[22..<24], text[24..<26]].map(number)
        guard case (let day?, let year?, let hour?, let minute?, let second?) = (fields[0], fields[1], fields[2], fields[3], fields[4]),
            case (let hours?, let minutes?) = (offset[0], offset[1]), let date = Day(year: year, month: month + 1, day: day),
            hour < 24, minute < 60, second <= 60, hours <= 14, minutes < 60, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text[21])
        else { return nil }
        let east = (hours * 3_600 + minutes * 60) * (text[21] == UInt8(ascii: "-") ? -1 : 1)
        return Instant(seconds: date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - east)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy { (48...57).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1) - 48 } : nil
    }
}

private let slash = UInt8(ascii: "/")
private let colon = UInt8(ascii: ":")
