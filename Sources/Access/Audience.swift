/// Who can unlock something.
package enum Audience: Sendable, Hashable {
    /// Members and staff.
    case members

    /// As it stands in places and in what keys are derived with.
    var name: String {
        switch self {
        case .members: "members"
        }
    }

    /// As it stands in headers and slots.
    var code: UInt8 {
        switch self {
        case .members: 0
        }
    }

    /// Nil for a code that this version does not know.
    init?(code: UInt8) {
        guard code == 0 else { return nil }
        self = .members
    }
}
