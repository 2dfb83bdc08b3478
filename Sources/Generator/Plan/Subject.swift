import Model

/// What a page of the site is about. Together with a language it names one planned page.
enum Subject: Sendable, Hashable {
    case home
    case rooms
    case room(String, sheet: Int)
    case categories
    case category(String, sheet: Int)
    case members
    case member(String, sheet: Int)
    case archive
    /// When discussions open and close.
    case calendar
    case month(Month, sheet: Int)
    case library
    /// The whole library as one document.
    case compendium
    /// The form in which somebody writes something for the forum.
    case form
    /// Where the forum's texts are searched.
    case search
    case kind(LibraryEntry.Kind, sheet: Int)
    case discussion(String)
    case entry(String)
    case page(String)
    /// A copy of a page for the guests of a discussion.
    case guestPage(String, of: String)
    /// The form in which the guests of a discussion write for it.
    case guestForm(of: String)
    /// Where the guests of a discussion search it.
    case guestSearch(of: String)
    /// A copy of a discussion for its guests, with `gate: server`: the home of their tree. A sealed site has none, as the one page
    /// serves guests and members.
    case guestDiscussion(String)
    /// What use is made of the forum.
    case statistics

    /// What the opaque name is made of: never changes for a subject, so that links in old mails keep working.
    /// Nil for what is named openly: the home and discussions.
    var purpose: String? {
        switch self {
        case .home, .discussion, .guestDiscussion: nil
        case .rooms: "rooms"
        case .room(let id, let sheet): "room/\(id)/\(sheet)"
        case .categories: "categories"
        case .category(let id, let sheet): "category/\(id)/\(sheet)"
        case .members: "members"
        case .member(let code, let sheet): "member/\(code)/\(sheet)"
        case .archive: "archive"
        case .calendar: "calendar"
        case .month(let month, let sheet): "archive/\(month)/\(sheet)"
        case .library: "library"
        case .compendium: "compendium"
        case .form: "form"
        case .search: "search"
        case .kind(let kind, let sheet): "kind/\(kind.rawValue)/\(sheet)"
        case .entry(let id): "entry/\(id)"
        case .page(let id): "page/\(id)"
        case .guestPage(let id, let discussion): "guests/\(discussion)/page/\(id)"
        case .guestForm(let discussion): "guests/\(discussion)/form"
        case .guestSearch(let discussion): "guests/\(discussion)/search"
        case .statistics: "statistics"
        }
    }

    /// How many folders below the root of the site, or of their guests' tree, its pages lie.
    var depth: Int {
        switch self {
        case .home, .guestDiscussion: 1
        case .guestPage, .guestForm, .guestSearch: 3
        default: 2
        }
    }
}

/// A month of the archive.
struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    let year: Int
    /// 1 to 12.
    let month: Int

    init(_ day: Day) {
        year = day.year
        month = day.month
    }

    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
