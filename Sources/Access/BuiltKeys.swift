/// Which key of an audience: its epoch, and its generation in that epoch. Numbers alone; nothing can be opened with them.
package struct KeyNumber: Sendable, Hashable, Codable, Comparable {
    /// From 1.
    let epoch: Int
    /// 0 for members, from 1 for guests.
    let generation: Int

    package static func < (a: KeyNumber, b: KeyNumber) -> Bool { (a.epoch, a.generation) < (b.epoch, b.generation) }
}

/// Which keys the last build sealed with, and for each audience which it was before its key became that: what a half-finished upload
/// has not replaced is sealed with the latter. By the audiences' names in places. FORMAT.md, section 10.
package struct BuiltKeys: Sendable, Equatable, Codable {
    let sealed: [String: KeyNumber]
    let before: [String: KeyNumber]

    /// Where nothing was built yet.
    package static let none = BuiltKeys(sealed: [:], before: [:])

    /// Whether these are numbers of keys that there can be.
    var isValid: Bool {
        [sealed, before].joined().allSatisfy { name, key in
            (1...Int(UInt32.max)).contains(key.epoch) && (0...Int(UInt32.max)).contains(key.generation)
                && (name == Audience.members.name) == (key.generation == 0)
        }
    }

    /// What is on record after a build that seals with `keys`. After the same build again it is the same.
    func built(with keys: [String: KeyNumber]) -> BuiltKeys {
        let before = keys.compactMap { audience, key in self.key(before: key, of: audience).map { (audience, $0) } }
        return BuiltKeys(sealed: keys, before: Dictionary(uniqueKeysWithValues: before))
    }

    /// What an audience's objects were sealed with before `key`; nil where no build has sealed with another one.
    func key(before key: KeyNumber, of audience: String) -> KeyNumber? {
        guard let last = sealed[audience], last != key else { return before[audience] }
        return last
    }
}
