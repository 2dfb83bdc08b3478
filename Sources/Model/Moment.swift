/// A point in time, in whole seconds since 1970 (UTC).
package struct Instant: Sendable, Hashable, Comparable {
    /// Since 1970 in UTC, without leap seconds.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Reads an ISO 8601 time with its offset: `2026-11-23T09:00:00Z`, `2026-11-23T10:00+01:00`; nil for anything else.
    package init?(iso text: String) {
        let utf8 = Array(text.utf8)
        guard utf8.count >= 17, utf8[10] == UInt8(ascii: "T"), let day = Day(String(decoding: utf8[0..<10], as: UTF8.self)) else {
            return nil
        }
        guard utf8[13] == colon, let hour = number(utf8[11..<13]), let minute = number(utf8[14..<16]), hour < 24, minute < 60 else {
            return nil
        }
        var rest = utf8[16...]
        var second = 0
        if rest.first == colon {
            guard rest.count >= 4, let value = number(rest[rest.startIndex + 1..<rest.startIndex + 3]), value < 60 else { return nil }
            second = value
            rest = rest.dropFirst(3)
        }
        guard let offset = Instant.offset(rest) else { return nil }
        seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    /// Seconds east of UTC: `Z`, `+01:00`, `-05:30`.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        let text = Array(text)
        if text == [UInt8(ascii: "Z")] { return 0 }
        guard text.count == 6, text[3] == colon, let hours = number(text[1..<3]), let minutes = number(text[4..<6]) else { return nil }
        guard hours <= 14, minutes < 60 else { return nil }
        switch text[0] {
        case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
        default: return nil
        }
    }
}

private let colon = UInt8(ascii: ":")

/// When something begins or ends: a whole day in the forum's time zone, or a time.
package enum Moment: Sendable, Hashable {
    case day(Day)
    case time(Instant)

    /// Reads a date or an ISO 8601 time with its offset; nil for anything else.
    package init?(_ text: String) {
        if let day = Day(text) {
            self = .day(day)
        } else if let instant = Instant(iso: text) {
            self = .time(instant)
        } else {
            return nil
        }
    }
}
