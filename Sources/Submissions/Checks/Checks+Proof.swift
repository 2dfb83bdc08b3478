import Access
import ContentStore
import Model
import Quarantine

/// What the passphrase that a text was sealed with proves, and whether that agrees with what is said.
extension Checks {
    func checkProof(_ matter: CheckedMatter, _ list: inout RemarkList) {
        if let answers = matter.submission.answers, answers != matter.number { list.add(.answersOfAnother, ["number": String(answers)]) }
        guard let proof = matter.proof else { return }
        switch proof.outcome {
        case .none: list.add(.noProof)
        case .unknown: list.add(.proofUnknown)
        case .proved:
            guard let prover = proof.holder, let said = another(than: prover, matter) else { return }
            list.add(.proofOfAnother, ["prover": proof.name ?? "", "said": said])
        }
    }

    /// Whether a name is that of somebody whose passphrase is proved. A guest's holds in their discussion.
    func isProved(_ name: String, _ matter: CheckedMatter) -> Bool {
        switch matter.proof?.holder {
        case .staff(let proved): WrittenName(proved) == WrittenName(name)
        case .guest(let proved, let discussion):
            WrittenName(proved) == WrittenName(name) && matter.submission.discussion == discussion
        case .member, nil: false
        }
    }

    /// The addresses that the roster has of somebody.
    func addresses(of holder: Holder?) -> [String] {
        switch holder {
        case .member(let code): roster.members[code]?.addresses ?? []
        case .staff(let name): roster.staff[name]?.addresses ?? []
        case .guest(let name, _): roster.guests[name]?.addresses ?? []
        case nil: []
        }
    }

    /// Whom the fields, or else the roster by the sender, name in place of whoever has proved their passphrase; nil where that agrees, and
    /// where nothing is said.
    private func another(than prover: Holder, _ matter: CheckedMatter) -> String? {
        let author = matter.submission.author
        switch prover {
        case .member(let code):
            if let member = author.member, member != code { return member }
            if let name = author.name, staffOrGuest(matter) != nil { return name }
        case .staff(let proved), .guest(let proved, _):
            // A guest is one in a single discussion.
            if case .guest(_, let invited) = prover, let discussion = matter.submission.discussion, discussion != invited {
                return discussion
            }
            if let member = author.member { return member }
            if let name = author.name, WrittenName(name) != WrittenName(proved) { return name }
        }
        return sender(of: matter.letter, otherThan: prover)
    }

    /// Whose address the roster says that a mail came from, where it is not one of the prover's.
    private func sender(of letter: Letter?, otherThan prover: Holder) -> String? {
        let senders = letter?.from.map(\.address) ?? []
        if Self.share(senders, addresses(of: prover)) { return nil }
        for readers in [roster.members, roster.staff, roster.guests] {
            let found = readers.filter { Self.share(senders, $0.value.addresses) }.keys.min()
            if let found { return found }
        }
        return nil
    }
}
