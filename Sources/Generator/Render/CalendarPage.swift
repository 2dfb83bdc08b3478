import Model
import Theme

extension Writing {
    /// When discussions open and close.
    func calendar() -> Sheet {
        let plan = site.calendar
        let groups: [(StringKey, [Int])] = [(.groupOpen, plan.open), (.groupAnnounced, plan.announced), (.groupClosed, plan.closed)]
        let view = CalendarView(
            title: strings.text(.calendar), intro: strings.text(.calendarIntro, ["zone": site.forum.timeZone]),
            file: root + plan.path(language), name: CalendarPlan.name, sealed: site.forum.gate == .sealed,
            groups: groups.filter { !$0.1.isEmpty }.map { (strings.text($0.0), $0.1.map(dates)) }, archiveURL: url(.archive))
        return Sheet(title: view.title, main: render(view), crumbs: [])
    }

    private func dates(_ index: Int) -> CalendarView.Dates {
        let topic = site.catalog.topics[index]
        let announced = topic.status == .announced  // then nothing shows but title, categories and date
        return CalendarView.Dates(
            link: topicLink(topic), number: topic.discussion.id, status: statusMark(topic), opens: date(topic.opens),
            closes: announced ? nil : topic.facts.closes.map { date(lastDay($0)) }, room: announced ? nil : roomLink(topic.facts.room))
    }
}
