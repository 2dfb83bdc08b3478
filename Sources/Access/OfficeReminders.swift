package import Diagnostics
package import Model

/// How an invitation stands, for lists and reminders.
package enum Standing: String, Sendable {
    /// Opens, and will for more than a week.
    case standing
    /// Opens, and lapses within a week.
    case lapsing
    /// No longer opens.
    case lapsed
}

extension Slot {
    /// How it stands; members and staff, and guests without an end, stand.
    package func standing(at now: Instant) -> Standing {
        guard let lapses = invitation?.lapses else { return .standing }
        if lapses <= now { return .lapsed }
        return lapses.seconds - now.seconds <= Office.notice ? .lapsing : .standing
    }
}

extension Office {
    /// Seconds before its end from which an invitation is reported: a week.
    static let notice = 7 * 86_400

    /// What the moderators should hear after a command that published or is about to: invitations that lapse within a week, and
    /// that there has been no backup for one, that the form has no key, and what was left of a restoration or a move that was cut short. Each a sentence with what to do.
    package static func reminders(office: String, keystore: Keystore, at now: Instant) throws(Failure) -> [String] {
        var reminders: [String] = []
        for slot in keystore.slots where slot.standing(at: now) == .lapsing {
            guard case .guest(let name, let discussion) = slot.holder, let invitation = slot.invitation, let until = invitation.until else {
                continue
            }
            reminders.append(
                "The invitation of \(name) to \(discussion), at the request of \(invitation.requestedBy), lapses after \(until). "
                    + "To prolong it, invite again: `rostrum access invite`.")
        }
        if let backup = try BackupRecord.reminder(office: office, keystore: keystore, at: now) {
            reminders.append(backup + ". Who loses it loses every passphrase: run `rostrum office backup FILE`.")
        }
        if keystore.submissionsKey == nil {
            reminders.append(
                "The form has no key to seal submissions for, so that what participants write in it cannot be sent sealed. Make one: "
                    + "`rostrum access submissions-key new`.")
        }
        if let reminder = try OfficeCopies(of: office).reminder { reminders.append(reminder) }
        return reminders
    }
}
