package import Model
package import Statistics
import Theme

extension Report {
    /// Puts a usage into words.
    ///
    /// - Parameters:
    ///   - today: the day of counting, in the forum's time zone.
    ///   - scope: on a page of the forum nobody and no member is named, whatever the usage knows.
    package init(_ usage: Usage, _ names: ReportNames, scope: Scope, today: Day) {
        let writing = ReportWriting(usage: usage, names: names, scope: scope)
        self.names = names
        language = names.language
        forum = names.title
        title = names.text(.title)
        from = usage.period.from
        to = usage.period.to
        self.today = today
        switch scope {
        case .office:
            period = names.text(.period, ["from": names.day(from).shown, "to": names.day(to).shown])
        case .page:
            period = names.text(.months, ["from": names.month(Month(from)).shown, "to": names.month(Month(to)).shown])
        }
        counted = names.text(.counted, ["date": names.day(today).shown])
        notesTitle = names.text(.notes)
        nothing = names.text(.nothing)
        notes = writing.notes
        let head = [writing.summary, writing.months]
        let places = [writing.regions, writing.rooms, writing.languages, writing.costs].compactMap { $0 }
        let subjects = [writing.categories, writing.kinds, writing.discussions, writing.questions, writing.outcomes]
        let times = usage.office.map { [writing.times($0)] } ?? []
        switch scope {
        case .page: tables = head + places + subjects + times
        case .office(let openings):
            let office = times + (usage.office.map { [writing.received($0), writing.moderators($0)] } ?? [])
            tables =
                head + [writing.members, writing.silent] + places + subjects + office + (openings.map { writing.openings($0) } ?? [])
        }
    }
}
