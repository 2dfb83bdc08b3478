import Model
import Statistics
import Theme

/// What the office did.
extension ReportWriting {
    func times(_ office: OfficeUse) -> ReportTable {
        table(
            "times", .timesTable,
            [
                texts("room", .room), numbers("decided", .decided), numbers("medianSeconds", .median), numbers("longestSeconds", .longest),
                numbers("waiting", .waiting),
            ],
            office.rooms.map { room, times in
                [room.map(names.room) ?? names.text("none", .rowNoRoom)] + cells(times)
            }, total: cells(office.times))
    }

    func received(_ office: OfficeUse) -> ReportTable {
        let columns = [
            texts("kind", .kind), numbers("received", .received), numbers("approved", .approved), numbers("returned", .returned),
            numbers("rejected", .rejected), numbers("waiting", .waiting),
        ]
        let numbers = { (kind: ReceivedKind) in [kind.received, kind.approved, kind.returned, kind.rejected, kind.waiting] }
        let sums = (0..<5).map { index in office.kinds.reduce(0) { $0 + numbers($1)[index] } }
        return table(
            "received", .receivedTable, columns, office.kinds.map { kind in [name(ofKind: kind.kind)] + numbers(kind).map(names.number) },
            total: sums.map(names.number))
    }

    func moderators(_ office: OfficeUse) -> ReportTable {
        let numbers = { (use: ModeratorUse) in [use.approved, use.returned, use.rejected, use.decisions] }
        let sums = (0..<4).map { index in office.moderators.reduce(0) { $0 + numbers($1)[index] } }
        return table(
            "moderators", .moderatorsTable,
            [
                texts("moderator", .moderator), self.numbers("approved", .approved), self.numbers("returned", .returned),
                self.numbers("rejected", .rejected), self.numbers("decisions", .decisions),
            ],
            sorted(office.moderators.map { use in [Cell(.text(use.name), shown: use.name)] + numbers(use).map(names.number) }),
            total: sums.map(names.number))
    }

    private func name(ofKind kind: String?) -> Cell {
        let pages: [String: StringKey] = ["practice": .practice, "tool": .tool, "methodology": .methodology, "experience": .experience]
        let others: [String: ReportString] = [
            "contribution": .rowContribution, "topic": .rowTopic, "invitation": .rowInvitation, "removal": .rowRemoval,
        ]
        guard let kind else { return names.text("not-stated", .rowUnstated) }
        return Cell(.text(kind), shown: pages[kind].map { names.strings.text($0) } ?? others[kind].map { names.text($0) } ?? kind)
    }

    private func cells(_ times: DecisionTimes) -> [Cell] {
        [names.number(times.decided), names.duration(times.median), names.duration(times.longest), names.number(times.waiting)]
    }
}
