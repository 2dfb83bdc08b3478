/// What was counted, in groups. The contributions of all groups together are the total, where a contribution belongs to one group.
package struct Breakdown<Key: Hashable & Sendable>: Sendable {
    /// One group.
    package struct Group: Sendable {
        package let key: Key
        package let tally: Tally
    }

    /// In the order of the keys that were asked for; then the others, in the order of their names.
    package let groups: [Group]

    /// - Parameters:
    ///   - keys: those that are there even where nothing belongs to them, in this order.
    ///   - groups: those that a voice belongs to.
    init(_ voices: [Voice], keys: [Key], name: (Key) -> String, groups: (Voice) -> [Key]) {
        var tallies: [Key: Tally] = [:]
        for voice in voices { for key in groups(voice) { tallies[key, default: Tally()].count(voice) } }
        let others = tallies.keys.filter { !keys.contains($0) }.sorted { name($0) < name($1) }
        self.groups = (keys + others).map { Group(key: $0, tally: tallies[$0] ?? Tally()) }
    }

    private init(groups: [Group]) {
        self.groups = groups
    }

    /// The tally of a group; an empty one where there is none.
    package subscript(_ key: Key) -> Tally { groups.first { $0.key == key }?.tally ?? Tally() }
}

extension Breakdown<Origin> {
    /// By region: every region that a member of the forum belongs to, then what has none.
    static func regions(_ voices: [Voice], members: [String], regions: [String: String]) -> Breakdown {
        let known = Set(members.compactMap { regions[$0] }).sorted().map { Origin.of($0) }
        return Breakdown(voices, keys: known, name: \.name) { voice in
            guard case .of(let member) = voice.origin else { return [voice.origin] }
            return [regions[member].map { .of($0) } ?? .unstated]
        }
    }

    /// The same with the contributions of regions from which few members wrote under those of which no region is stated, and with as many
    /// further regions, the smallest first, as it takes for these to be of enough members, too. Nil where fewer wrote in all.
    ///
    /// - Parameter least: how many members must have written for a region to stay; one from which none did stays, too.
    package func uniting(below least: Int) -> Breakdown? {
        let regions = groups.filter { if case .of = $0.key { $0.tally.members > 0 } else { false } }
            .sorted { ($0.tally.members, $0.key.name) < ($1.tally.members, $1.key.name) }
        var (united, keys): (Tally, Set<Origin>) = (self[.unstated], [.unstated])
        for region in regions where region.tally.members < least || keys.count > 1 && united.members < least {
            united.add(region.tally)
            keys.insert(region.key)
        }
        guard keys.count > 1 else { return self }
        guard united.members >= least else { return nil }
        return Breakdown(groups: groups.filter { !keys.contains($0.key) } + [Group(key: .unstated, tally: united)])
    }
}
