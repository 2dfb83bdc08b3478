import Model
import Statistics
import Theme

/// Where, about what, in which language and when was written.
extension ReportWriting {
    var rooms: ReportTable {
        table(
            "rooms", .roomsTable,
            [texts("room", .room), numbers("opened", .opened)] + tallyColumns + [numbers("members", .members)],
            usage.rooms.groups.map { group in
                [names.room(group.key), names.number(usage.openings[group.key] ?? 0)] + cells(group.tally)
                    + [names.number(group.tally.members)]
            },
            total: [names.number(opened)] + cells(usage.total) + [names.number(usage.total.members)],
            chart: .bars(column: "contributions"))
    }

    /// Discussions that opened in the period.
    var opened: Int { usage.openings.values.reduce(0, +) }

    var categories: ReportTable {
        let entries = Dictionary(usage.library.categories.map { ($0.category, $0.entries) }) { first, _ in first }
        return table(
            "categories", .categoriesTable, [texts("category", .category)] + tallyColumns + [numbers("entries", .entries)],
            usage.categories.groups.map { group in
                [names.category(group.key)] + cells(group.tally) + [names.number(entries[group.key] ?? 0)]
            }, chart: .bars(column: "contributions"))
    }

    var months: ReportTable {
        table(
            "months", .monthsTable, [texts("month", .month)] + tallyColumns,
            usage.months.groups.map { [names.month($0.key)] + cells($0.tally) }, total: cells(usage.total),
            chart: .months(column: "contributions"))
    }

    var kinds: ReportTable {
        let roles = usage.roles
        let own: [(String, ReportString, Contribution.Role)] = [
            ("participants", .rowByParticipants, .participant), ("guests", .rowByGuests, .guest), ("staff", .rowByStaff, .staff),
        ]
        let spoken = own.map { key, title, role in
            [
                names.text(key, title), names.number(roles[role].contributions), names.number(roles[role].participants),
                names.number(roles[role].unnamed),
            ]
        }
        let others = [names.text("notes", .rowNotes), names.number(usage.notes)]
        let discussions = [names.text("discussions", .rowOpened), names.number(opened)]
        let library = usage.library.kinds.map { kind, entries in
            [Cell(.text(kind.rawValue), shown: names.strings.text(StringKey(all: kind))), names.number(entries)]
        }
        return table(
            "kinds", .kindsTable,
            [texts("kind", .kind), numbers("texts", .texts), numbers("participants", .participants), numbers("unnamed", .unnamed)],
            spoken + ([others, discussions] + library).map { $0 + [.nothing, .nothing] },
            total: [names.number(usage.total.contributions + usage.notes + opened + usage.library.entries), .nothing, .nothing])
    }
}

extension StringKey {
    /// The name of all entries of that kind.
    fileprivate init(all kind: LibraryEntry.Kind) {
        switch kind {
        case .practice: self = .practices
        case .tool: self = .tools
        case .methodology: self = .methodologies
        case .experience: self = .experiences
        }
    }
}
