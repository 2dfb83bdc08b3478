/// Who can unlock something.
package enum Audience: Sendable, Hashable {
    /// Members and staff.
    case members
    /// The guests of one discussion, by its number as in `2026-014`; what is theirs, members and staff open too.
    case guests(of: String)

    /// As it stands in places and in what keys are derived with.
    var name: String {
        switch self {
        case .members: "members"
        case .guests(let discussion): "guests/\(discussion)"
        }
    }

    /// As it stands in headers and slots.
    var code: UInt8 {
        switch self {
        case .members: 0
        case .guests: 1
        }
    }
}

/// The number of a discussion, where it names something in a path or a slot.
enum DiscussionNumber {
    /// Four digits, a hyphen, three or more digits; short enough for a slot.
    static func isOne(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard (8...31).contains(bytes.count), bytes[4] == UInt8(ascii: "-") else { return false }
        return bytes.indices.allSatisfy { $0 == 4 || (48...57).contains(bytes[$0]) }
    }

    /// The first segment of a canonical path that is one: `2026-014` in `fr/2026-014/`.
    static func first(in path: String) -> String? {
        path.split(separator: "/").first(where: isOne).map(String.init)
    }
}
