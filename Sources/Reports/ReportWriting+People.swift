import Model
import Statistics
import Theme

/// Who wrote, and who did not.
extension ReportWriting {
    var members: ReportTable {
        let heard = usage.members.filter(\.isHeard)
        let others = usage.origins.groups.filter { group in
            if case .of(let code) = group.key { !heard.contains { $0.code == code } } else { true }
        }
        let rows = heard.map { member in
            [names.member(member.code)] + cells(member.tally)
                + [names.number(member.proposals), names.number(member.entries), day(member.lastHeard)]
        }
        let rest = others.map { group in
            [names.origin(group.key, name: names.member)] + cells(group.tally) + [.nothing, .nothing, .nothing]
        }
        return table(
            "members", .membersTable,
            [texts("member", .member)] + tallyColumns
                + [numbers("proposals", .proposals), numbers("entries", .entries), shorts("lastHeard", .lastHeard)],
            sorted(rows) + rest, total: cells(usage.total) + [.nothing, .nothing, .nothing], chart: .bars(column: "contributions"))
    }

    var silent: ReportTable {
        table(
            "silent", .silentTable, [texts("member", .member), texts("region", .region), shorts("lastHeard", .lastHeard)],
            usage.silent.map { member in
                [
                    names.member(member.code), member.region.map { Cell(.text($0), shown: $0) } ?? names.text("not-stated", .rowUnstated),
                    member.lastHeard.map(names.day) ?? Cell(.nothing, shown: names.text(.never)),
                ]
            })
    }

    /// Of a region from which one member wrote, every number is that member's: a page tells of it under another name.
    private static let leastMembers = 3

    /// Nil where a page could tell nothing else.
    var regions: ReportTable? {
        guard let shown = isPage ? usage.regions.uniting(below: Self.leastMembers) : usage.regions else { return nil }
        return table(
            "regions", .regionsTable, [texts("region", .region)] + tallyColumns + [numbers("members", .members)],
            shown.groups.map { group in
                [names.origin(group.key) { Cell(.text($0), shown: $0) }] + cells(group.tally) + [names.number(group.tally.members)]
            }, total: cells(usage.total) + [names.number(usage.total.members)], chart: .bars(column: "contributions"))
    }

    private func day(_ day: Day?) -> Cell { day.map(names.day) ?? .nothing }
}
