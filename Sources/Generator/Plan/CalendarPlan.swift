import Access
import Model

/// Which discussions the calendar shows, and where its files for other programs lie.
struct CalendarPlan: Sendable {
    /// How many closed discussions are shown: older ones are in the archive.
    static let closed = 50

    /// Indexes in the catalog's topics: those that are open, those to come, the nearest first, and those that were closed last.
    let open: [Int]
    let announced: [Int]
    let closed: [Int]
    private let names: OpaqueNames?

    /// - Parameter names: nil for a look at single texts before there are keys; names are then only stand-ins.
    init(_ catalog: Catalog, names: OpaqueNames?) {
        func topics(_ status: Status) -> [Int] { catalog.topics.indices.filter { catalog.topics[$0].status == status } }
        open = topics(.open)
        announced = topics(.announced).reversed()
        closed = Array(topics(.closed).prefix(Self.closed))
        self.names = names
    }

    /// All of them, in that order.
    var shown: [Int] { open + announced + closed }

    /// The path of the file in a language, from the site's root, which is that of the members' tree.
    func path(_ language: Language) -> String {
        "files/\(names?.name(for: "calendar/\(language)") ?? "calendar-\(language)").bin"
    }

    /// What the file is called when it is saved.
    static let name = "calendar.ics"
}
