import ContentStore
import Model

/// The names by which the forum knows people and members, with the addresses that go with them.
struct KnownNames: Sendable {
    /// Lower case; none for whom no address is known.
    private var addresses: [WrittenName: Set<String>] = [:]
    private var known: Set<String> = []

    init(_ forum: Forum, _ roster: Roster) {
        for (name, reader) in Array(roster.staff) + Array(roster.guests) { add(name, reader.addresses) }
        let own = [forum.contact, forum.submissionsAddress].compactMap { $0 }
        for name in forum.lead + forum.rooms.flatMap(\.moderators) { add(name, own) }
        for reader in roster.members.values { known.formUnion(reader.addresses.map { $0.lowercased() }) }
        guard case .some(let members) = forum.members else { return }
        for member in members {
            // Where the roster has no address of a member, every one may be theirs.
            guard let addresses = roster.members[member.code]?.addresses, !addresses.isEmpty else { continue }
            for name in member.name?.values.values ?? [:].values { add(name, addresses) }
        }
    }

    private mutating func add(_ name: String, _ addresses: [String]) {
        guard let name = WrittenName(name) else { return }
        let addresses = Set(addresses.map { $0.lowercased() })
        self.addresses[name, default: []].formUnion(addresses)
        known.formUnion(addresses)
    }

    /// Whether a name, or an address that stands in its place, is somebody's who has none of some addresses.
    ///
    /// - Parameter senders: lower case.
    func isOfAnother(_ name: String, than senders: Set<String>) -> Bool {
        let piece = Piece(name, nil, line: nil)
        for range in MailAddresses.ranges(in: piece.scalars) {
            let address = piece.text(range).lowercased()
            if known.contains(address), !senders.contains(address) { return true }
        }
        guard let written = WrittenName(name), let own = addresses[written] else { return false }
        return own.isDisjoint(with: senders)
    }
}
