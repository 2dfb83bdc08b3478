import ContentStore
import Model
import Quarantine

/// Who somebody says that they are: a name proves nothing, and the site repeats it.
extension Checks {
    func checkAuthor(_ matter: CheckedMatter, _ list: inout RemarkList) {
        let name = matter.submission.author.name
        let letter = matter.letter
        let senders = Set((letter?.from ?? []).map { $0.address.lowercased() })
        let sender = letter?.from.first?.address ?? "–"
        var told: Set<WrittenName?> = []
        if let name, let known = staffOrGuest(matter.submission), senders.isDisjoint(with: known.addresses.map { $0.lowercased() }) {
            list.add(.roleNotProven, ["name": name, "sender": sender])
            told.insert(WrittenName(name))
        }
        for name in [name].compactMap({ $0 }) + (letter?.from ?? []).map(\.name) where names.isOfAnother(name, than: senders) {
            guard told.insert(WrittenName(name)).inserted else { continue }
            list.add(.nameOfAnother, ["name": name, "sender": sender])
        }
    }

    /// Whom the roster has under the author's name, where readers would be told that staff or a guest writes.
    func staffOrGuest(_ submission: Submission) -> Roster.Reader? {
        // Only contributions say in which capacity somebody writes; what does not say what it is may become one.
        guard submission.kind == .contribution || submission.kind == nil, let name = submission.author.name else { return nil }
        switch Attributed(submission, roster: roster).role {
        case .staff: return roster.staff[name]
        case .guest: return roster.guests[name]
        case .participant, .moderator: return nil
        }
    }
}
