import Access
import Model

/// Where each page lies: `fr/`, `fr/2026-014/`, and for all else an opaque name.
struct Addresses: Sendable {
    private let opaque: [Subject: String]

    init(_ plan: Plan, names: OpaqueNames?) {
        var opaque: [Subject: String] = [:]
        for entry in plan.entries where opaque[entry.subject] == nil {
            if let purpose = entry.subject.purpose { opaque[entry.subject] = names?.name(for: purpose) ?? purpose }
        }
        self.opaque = opaque
    }

    /// The folder of a page from the root of the site, or of the tree that its guests have to themselves, ending in `/`; nil where no such
    /// page is planned.
    func path(_ subject: Subject, in language: Language) -> String? {
        switch subject {
        case .home, .guestDiscussion: "\(language)/"
        case .discussion(let id): "\(language)/\(id)/"
        case .guestPage(_, let discussion), .guestForm(let discussion), .guestSearch(let discussion):
            opaque[subject].map { "\(language)/\(discussion)/\($0)/" }
        default: opaque[subject].map { "\(language)/\($0)/" }
        }
    }
}
