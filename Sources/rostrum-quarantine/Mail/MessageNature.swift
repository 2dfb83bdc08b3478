import Quarantine

/// What kind of mail it is that Outlook saved, by its class, [MS-OXCMSG] 2.2.1.3.
enum MessageNature {
    /// - Parameter kind: in lower case.
    static func of(_ kind: String, _ parts: [MailPart]) -> Set<Letter.Nature> {
        var nature: Set<Letter.Nature> = [.outlook]
        if kind.hasPrefix("report.") { nature.insert(.deliveryReport) }
        // Templates of rules, and of who is out of office.
        if kind.hasPrefix("ipm.note.rules.") { nature.insert(.automatic) }
        if kind.hasPrefix("ipm.schedule.") || kind.hasPrefix("ipm.appointment") { nature.insert(.calendar) }
        if parts.contains(where: { $0.type == "application/pgp-encrypted" }) { nature.insert(.encrypted) }
        return nature
    }
}
