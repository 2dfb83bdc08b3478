package import ContentStore
package import Diagnostics
package import Model
import Quarantine

/// What moderators do with the mails in the outbox. Each step is a transaction of its own; the office is held by the caller from before it
/// reads until after.
package struct Dispatch {
    let ledger: Ledger
    let outbox: Outbox
    let letterhead: Letterhead
    let moderator: Moderator
    private let readers: [String: Roster.Reader]
    let now: Instant

    /// - Parameter name: the moderator's, as forum.yaml lists it.
    package init(
        _ ledger: Ledger, _ letterhead: Letterhead, roster: Roster, as name: String, at now: Instant
    ) throws(Failure) {
        self.ledger = ledger
        self.letterhead = letterhead
        self.now = now
        outbox = Outbox(office: ledger.office)
        moderator = try Moderator(name, in: letterhead.forum)
        readers = roster.readers
    }

    /// Why a mail does not go by itself.
    package enum Hold: Sendable, Hashable {
        /// Nobody in the roster has its address.
        case stranger
        /// It was about to be handed over before; nobody knows whether the relay has it.
        case interrupted
    }

    /// What is to become of the mails in the outbox.
    package struct Selection: Sendable {
        /// Those that go.
        package var going: [OutgoingMail] = []
        /// Those that stay, with why.
        package var kept: [(mail: OutgoingMail, why: Hold)] = []
        /// Those that need not go where others do, which say more, or have gone.
        package var overtaken: [OutgoingMail] = []
    }

    /// - Parameter named: the numbers of those that go whatever stands against it; none for all that may go by themselves.
    package func selection(_ named: [Int]) throws(Failure) -> Selection {
        var selection = Selection()
        guard named.isEmpty else {
            for number in named where !selection.going.contains(where: { $0.number == number }) {
                let mail = try outbox.require(number)
                guard mail.state.isUnsent || mail.state == .sending else { throw Self.over(mail) }
                selection.going.append(mail)
            }
            return selection
        }
        var (going, gone): ([OutgoingMail], [OutgoingMail]) = ([], [])
        for mail in try outbox.mails() {
            switch mail.state {
            case .waiting: going.append(mail)
            // The roster may know them by now.
            case .held: if readers[mail.to.lowercased()] == nil { selection.kept.append((mail, .stranger)) } else { going.append(mail) }
            case .sending:
                selection.kept.append((mail, .interrupted))
                gone.append(mail)
            case .sent: gone.append(mail)
            case .dropped: break
            }
        }
        let told = gone + going
        for mail in going {
            if mail.overtaker(among: told) == nil { selection.going.append(mail) } else { selection.overtaken.append(mail) }
        }
        return selection
    }

    /// Notes that a mail is about to be handed over, before it is. Throws where somebody else did so since it was looked at.
    ///
    /// - Returns: the mail's bytes, and the address that it comes from.
    package func begin(_ mail: OutgoingMail) throws(Failure) -> (message: [UInt8], sender: String) {
        var mail = mail
        guard try outbox.require(mail.number) == mail else {
            throw Failure("mail \(mail.number) was changed by somebody else meanwhile", remedy: "See `rostrum outbox list`.")
        }
        let message = try outbox.message(mail.number)
        let sender = try letterhead.draft(mail, files: []).from.address
        mail.state = .sending
        mail.sent = now.iso
        mail.by = moderator.name
        try commit(.send, mail)
        return (message, sender)
    }

    /// Notes what came of handing a mail over.
    ///
    /// - Parameter before: how far it was before it was begun.
    package func finish(_ number: Int, _ outcome: Relay.Outcome, before: OutgoingMail.State) throws(Failure) {
        var mail = try outbox.require(number)
        guard mail.state == .sending else { return }
        switch outcome {
        case .accepted:
            mail.state = .sent
            try commit(.sent, mail)
        case .refused:
            mail.state = before
            mail.sent = nil
            mail.by = nil
            try commit(.unsent, mail)
        case .unknown: break
        }
    }

    func commit(_ action: LogEntry.Action, _ mail: OutgoingMail, _ changes: [Change] = []) throws(Failure) {
        let draft = LogEntry.Draft(by: moderator.name, action, facts: ["mail": String(mail.number)])
        try ledger.commit([draft], changes + [try mail.change(in: ledger)], at: now)
    }

    /// Why nothing more is done with a mail.
    static func over(_ mail: OutgoingMail) -> Failure {
        switch mail.state {
        case .dropped: Failure("mail \(mail.number) was dropped before, and its text is gone")
        case .sending:
            Failure(
                "mail \(mail.number) may have been sent: it was being handed over when a command was cut short",
                remedy: "`rostrum outbox mark \(mail.number)` when it has arrived, `rostrum outbox send \(mail.number)` to send it.")
        default: Failure("mail \(mail.number) was sent already\(mail.sent.map { " on \($0)" } ?? "")")
        }
    }
}
