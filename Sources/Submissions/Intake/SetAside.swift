package import Diagnostics
import Foundation
package import Model
import Quarantine

/// Something that could not become a submission: `office/inbox/unreadable/<id>/`, with the thing itself in `source`, unless it is too large
/// to be kept.
package struct SetAside: Sendable, Hashable, Codable {
    /// The first sixteen digits of its hash; of what is too large, of that of its length and beginning.
    package let id: String
    /// Where it came from.
    package let source: String
    /// The file's name; empty for a mail out of a mailbox.
    package let name: String
    /// Why nothing could be made of it.
    package let reason: Reason
    /// ISO 8601 in UTC.
    package let time: String
    /// The submissions whose text it holds, of what is `besideKnown`; nil for anything else.
    package var submissions: [Int]?
    /// Who has dealt with it; the thing itself is gone then, and does not come back with the next import. Nil for what is still to be seen to.
    package var dismissedBy: String?

    /// Why something was set aside.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        case tooLong = "too-long"
        /// So large that it was not even read to its end, and was left where it is.
        case tooLarge = "too-large"
        case tooSlow = "too-slow"
        case tooMuchMemory = "takes-too-much-memory"
        case crashed
        case encrypted
        case hiddenBySignature = "hidden-by-signature"
        case damaged
        case deliveryReport = "delivery-report"
        case automatic
        case calendar
        /// Nothing in it is a text.
        case noText = "no-text"
        /// Sealed for another forum.
        case sealedElsewhere = "sealed-elsewhere"
        /// Sealed for a key that the office does not have, or no longer.
        case sealedForLostKey = "sealed-for-lost-key"
        /// Sealed in a way that this program does not know.
        case sealedOtherwise = "sealed-otherwise"
        /// Sealed, and damaged since, or by something else than the form.
        case sealedDamaged = "sealed-damaged"
        /// A text that was returned, as it was.
        case returnedText = "returned-text"
        /// A mail with a sealed text that came before, and with words or files that did not.
        case besideKnown = "beside-known"

        private static let ofSealed: [(refusal: Opened.Refusal.Reason, reason: Reason)] = [
            (.sealedForLostKey, .sealedForLostKey), (.sealedElsewhere, .sealedElsewhere), (.sealedOtherwise, .sealedOtherwise),
            (.sealedDamaged, .sealedDamaged), (.returnedText, .returnedText),
        ]

        init(_ fault: Quarantine.Fault) {
            switch fault {
            case .tooLong: self = .tooLong
            case .tooSlow: self = .tooSlow
            case .tooLarge: self = .tooMuchMemory
            case .crashed: self = .crashed
            }
        }

        /// Of what was opened and holds no submission.
        init(_ opened: Opened) {
            if case .letter(let letter) = opened.form {
                if letter.nature.contains(.deliveryReport) {
                    self = .deliveryReport
                    return
                }
                if letter.nature.contains(.automatic) {
                    self = .automatic
                    return
                }
                if letter.nature.contains(.encrypted) {
                    self = .encrypted
                    return
                }
                if letter.nature.contains(.calendar) {
                    self = .calendar
                    return
                }
            }
            let reasons = opened.allReasons
            // What is sealed was meant to be read here, whatever lies beside it.
            if let sealed = Self.ofSealed.first(where: { reasons.contains($0.refusal) }) {
                self = sealed.reason
                return
            }
            let isTooLong = !reasons.isDisjoint(with: [.tooLarge, .tooMany, .tooDeep])
            self =
                reasons.contains(.encrypted)
                ? .encrypted
                : reasons.contains(.hiddenBySignature)
                    ? .hiddenBySignature : isTooLong ? .tooLong : reasons.contains(.damaged) ? .damaged : .noText
        }
    }

    /// As `Change` names it.
    var folder: String { "office/inbox/unreadable/" + id }

    /// What puts it on the disk.
    ///
    /// - Parameter whole: the thing itself; nil for what is not kept.
    func changes(_ whole: [UInt8]?) throws(Failure) -> [Change] {
        let reason = Change.put(path: folder + "/reason.json", bytes: try told(), before: nil)
        return (whole.map { [.put(path: folder + "/source", bytes: $0, before: nil)] } ?? []) + [reason]
    }

    /// Notes that somebody has dealt with it, and removes the thing itself. Throws where there is none of that name.
    package static func dismiss(_ id: String, ledger: Ledger, as moderator: Moderator, at now: Instant) throws(Failure) {
        guard var aside = try Inbox(office: ledger.office).setAside().first(where: { $0.id == id }) else {
            throw Failure("nothing was set aside as \(id)", remedy: "See `rostrum inbox list` for what was.")
        }
        aside.dismissedBy = moderator.name
        let (source, reason) = (aside.folder + "/source", aside.folder + "/reason.json")
        var changes: [Change] = [.put(path: reason, bytes: try aside.told(), before: try ledger.hash(reason))]
        if let hash = try ledger.hash(source) { changes.append(.remove(path: source, before: hash)) }
        try ledger.commit([LogEntry.Draft(by: moderator.name, .dismiss, facts: ["id": id])], changes, at: now)
    }

    private func told() throws(Failure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        do {
            return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
        } catch {
            throw Failure("the reason why \(source) was set aside cannot be written: \(error)")
        }
    }
}

extension Opened {
    /// Why things were left out, of the mails and archives in it too.
    fileprivate var allReasons: Set<Refusal.Reason> {
        inner.reduce(into: Set(refusals.map(\.reason))) { $0.formUnion($1.allReasons) }
    }
}
