import ContentStore
import Model
import Quarantine

/// Who somebody says that they are: a name proves nothing, and the site repeats it.
extension Checks {
    func checkAuthor(_ matter: CheckedMatter, _ list: inout RemarkList) {
        let name = matter.submission.author.name
        let letter = matter.letter
        // Whoever has proved whose passphrase they have could as well have written from any of their addresses.
        let senders = Set(((letter?.from ?? []).map(\.address) + addresses(of: matter.proof?.holder)).map { $0.lowercased() })
        let sender = letter?.from.first?.address ?? "–"
        var told: Set<WrittenName?> = []
        if let name, !isProved(name, matter), let known = staffOrGuest(matter),
            senders.isDisjoint(with: known.addresses.map { $0.lowercased() })
        {
            list.add(.roleNotProven, ["name": name, "sender": sender])
            told.insert(WrittenName(name))
        }
        for name in said(by: matter) where !isProved(name, matter) && names.isOfAnother(name, than: senders) {
            guard told.insert(WrittenName(name)).inserted else { continue }
            list.add(.nameOfAnother, ["name": name, "sender": sender])
        }
    }

    /// What readers or moderators could take for somebody's name.
    private func said(by matter: CheckedMatter) -> [String] {
        let author = matter.submission.author
        let names = [author.name].compactMap { $0 } + (matter.letter?.from ?? []).map(\.name)
        // An office that moderates stands behind its people's names.
        let staff = roster.staff.values.flatMap(\.addresses)
        if let letter = matter.letter, Self.share(letter.from.map(\.address), staff) { return names }
        if matter.proof?.by == .staff { return names }
        return names + [author.position, author.institution].compactMap { $0 }
    }

    /// Whom the roster has under the author's name, where readers would be told that staff or a guest writes.
    func staffOrGuest(_ matter: CheckedMatter) -> Roster.Reader? {
        // Only contributions say in which capacity somebody writes; what does not say what it is may become one.
        let kind = matter.submission.kind
        guard kind == .contribution || kind == nil, matter.submission.author.name != nil else { return nil }
        return Attributed(matter.submission, roster: roster, proof: matter.proof).reader
    }
}
