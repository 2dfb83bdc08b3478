/// Where contributions come from.
package enum Origin: Sendable, Hashable {
    /// A member or a region.
    case of(String)
    /// The organisation's own people.
    case staff
    /// People from outside.
    case guests
    /// Nobody says.
    case unstated
}

extension Origin {
    /// For an order that is always the same: those that stand for nobody in particular come last.
    var name: String {
        switch self {
        case .of(let name): "0" + name
        case .staff: "1"
        case .guests: "2"
        case .unstated: "3"
        }
    }
}
