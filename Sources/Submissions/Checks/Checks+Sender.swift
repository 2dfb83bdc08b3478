import Access
import ContentStore
import Model
import Quarantine

/// Terms of use, and who sent it.
extension Checks {
    /// Whoever's text is published must have accepted the terms.
    func checkTerms(_ submission: Submission, _ list: inout RemarkList) {
        guard !submission.hasNoFields, submission.isForReaders else { return }
        let current = content.forum.termsVersion
        switch submission.terms {
        case nil:
            if !list.values("field", of: .badField).contains("terms") { list.add(.termsNotAccepted) }
        case let accepted? where accepted < current:
            list.add(.termsOlder, ["accepted": String(accepted), "current": String(current)])
        case let accepted? where accepted > current:
            list.add(.badField, ["field": "terms", "value": String(accepted)])
        default: break
        }
    }

    /// Nothing in a mail is proven; a sender that the roster knows makes it likelier. Who has proved a passphrase is as good as known.
    func checkSender(_ matter: CheckedMatter, _ list: inout RemarkList) {
        guard let letter = matter.letter else { return }
        if !letter.nature.isDisjoint(with: [.automatic, .deliveryReport]) { list.add(.automaticMail) }
        if letter.nature.contains(.calendar) { list.add(.calendarMail) }
        let senders = letter.from.map(\.address)
        let sender = senders.first ?? "–"
        let author = matter.submission.author
        if let email = author.email, !senders.contains(where: { Self.same($0, email) }) {
            list.add(.senderIsNotAuthor, ["sender": sender, "author": email])
        }
        let prover = matter.proof?.holder
        if let member = author.member {
            if prover != .member(member) { checkSenders(senders, sender, of: member, &list) }
        } else if prover == nil, !isStaffOrGuest(letter) {
            let known = roster.members.values.flatMap(\.addresses)
            if known.isEmpty {
                list.add(.emptyRoster, ["sender": sender])
            } else if !Self.share(senders, known) {
                list.add(.senderNotInRoster, ["sender": sender])
            }
        }
    }

    /// A roster that has no address of a member is behind, and the mail not odd.
    private func checkSenders(_ senders: [String], _ sender: String, of member: String, _ list: inout RemarkList) {
        let known = roster.members[member]?.addresses ?? []
        if !known.isEmpty {
            if !Self.share(senders, known) { list.add(.senderUnknown, ["sender": sender, "member": member]) }
        } else if isMember(member) {
            list.add(.memberWithoutAddress, ["member": member, "sender": sender])
        }
    }

    /// Whether a mail came from an address that the roster has for staff or a guest, who write for no member.
    func isStaffOrGuest(_ letter: Letter) -> Bool {
        let known = (Array(roster.staff.values) + Array(roster.guests.values)).flatMap(\.addresses)
        return Self.share(letter.from.map(\.address), known)
    }

    /// Whether somebody sent it from an address that is known.
    static func share(_ senders: [String], _ known: [String]) -> Bool {
        let known = Set(known.map { $0.lowercased() })
        return senders.contains { known.contains($0.lowercased()) }
    }

    /// Mail addresses differ in case only where nobody means it.
    private static func same(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
}

extension Submission {
    /// Whether its text is to be published: not so for what asks the moderators for something.
    var isForReaders: Bool { kind != .invitation && kind != .removal }
}
