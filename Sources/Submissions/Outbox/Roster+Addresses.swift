package import Access
package import ContentStore

extension Roster {
    /// What is known of whoever has a passphrase.
    package func reader(_ holder: Holder) -> Reader? {
        switch holder {
        case .member(let code): members[code]
        case .staff(let name): staff[name]
        case .guest(let name, _): guests[name]
        }
    }

    /// Everybody by their addresses in lower case.
    package var readers: [String: Reader] {
        var readers: [String: Reader] = [:]
        // Of an address that several have, the first counts: members before staff before guests, each by their names.
        for group in [guests, staff, members] {
            for (_, reader) in group.sorted(by: { $0.key > $1.key }) {
                for address in reader.addresses { readers[address.lowercased()] = reader }
            }
        }
        return readers
    }
}
