import Diagnostics
import Markdown
import Model
import Quarantine
import Submissions

private let sample = Sample()

private let discussions = "2026-001, 2026-002, 2026-003, 2026-006, 2026-007"
private let rooms = "english, french, spanish, past, all"

extension CheckCase {
    static let fields: [CheckCase] = [
        CheckCase(
            .brokenFields, [:], sample.with { $0.findings = [Finding(.yamlSyntax, "x", at: Location(file: "1.md", line: 3))] }, not: sample),
        CheckCase(.brokenFields, [:], sample.with("kind", "contribution\nkind: topic"), not: sample.with("kind", "contribution # one")),
        CheckCase(.noFields, [:], sample.withoutFields, not: sample, sample.with("kind", nil)),
        CheckCase(.missingField, ["field": "kind"], sample.with("kind", nil), not: sample, sample.withoutFields),
        CheckCase(.missingField, ["field": "language"], sample.with("language", nil), not: sample.with("language", "fr")),
        CheckCase(.missingField, ["field": "discussion"], sample.with("discussion", nil), not: sample),
        CheckCase(
            .missingField, ["field": "author.member"], sample.with("author", "{name: Ana}"),
            not: sample.with("author", "{name: Ana}").with("attribution", "none"),
            sample.with("author", nil).mail("guest@university.example"), sample.with("author", "{name: Guest}")),
        CheckCase(.missingField, ["field": "room"], .topic.with("room", nil), not: .topic),
        CheckCase(.missingField, ["field": "title"], .topic.with("title", nil), not: .topic),
        CheckCase(.missingField, ["field": "categories"], .tool.with("categories", nil), not: .tool),
        CheckCase(.missingField, ["field": "guest"], .invitation.with("guest", nil), not: .invitation),
        CheckCase(.missingField, ["field": "guest.name"], .invitation.with("guest", "{until: 2026-12-01}"), not: .invitation),
        CheckCase(.missingField, ["field": "target"], .removal.with("target", nil), not: .removal),
        CheckCase(.unknownField, ["field": "colour"], sample.with("colour", "blue"), not: sample.with("year", "2020")),
        CheckCase(
            .mistypedField, ["field": "langauge", "meant": "language"], sample.with("langauge", "en"), not: sample.with("colour", "blue")),
        CheckCase(
            .mistypedField, ["field": "instituton", "meant": "institution"],
            sample.with("author", "{member: CH, instituton: Office}"), not: sample.with("author", "{member: CH, institution: Office}")),
        CheckCase(.badField, ["field": "kind", "value": "contributoin"], sample.with("kind", "contributoin"), not: sample),
        CheckCase(.badField, ["field": "discussion", "value": "twelve"], sample.with("discussion", "twelve"), not: sample),
        CheckCase(.badField, ["field": "question", "value": "first"], sample.with("question", "first"), not: sample.with("question", "1")),
        CheckCase(
            .badField, ["field": "author.email", "value": "at home"], sample.with("author", "{member: CH, email: at home}"),
            not: sample.with("author", "{member: CH, email: at@home.example}")),
        CheckCase(
            .badField, ["field": "author.name", "value": "[Ana, Ben]"],
            .invitation.with("author", "\n  member: CH\n  name: [Ana, Ben]").with("guest", "\n  name: Ana"), not: .invitation),
        CheckCase(
            .badField, ["field": "guest.name", "value": "[Ana, Ben]"], .invitation.with("guest", "{name: [Ana, Ben]}"), not: .invitation),
        CheckCase(
            .badField, ["field": "guest.until", "value": "soon"], .invitation.with("guest", "{name: Ana, until: soon}"), not: .invitation),
        CheckCase(
            .mistypedField, ["field": "email", "meant": "author.email"], sample.with("email", "ana@office.example"),
            not: .invitation.with("guest", "{name: Ana, email: ana@office.example}")),
        CheckCase(.badField, ["field": "terms", "value": "3"], sample.with("terms", "3"), not: sample.with("terms", "2")),
    ]

    static let places: [CheckCase] = [
        CheckCase(
            .unknownDiscussion, ["discussion": "2026-099", "meant": "", "known": discussions], sample.with("discussion", "2026-099"),
            not: sample),
        CheckCase(
            .unknownDiscussion, ["discussion": "2026-005", "meant": "", "known": discussions], sample.with("discussion", "2026-005"),
            not: sample.with("discussion", "2026-003")),
        CheckCase(
            .closedDiscussion, ["discussion": "2026-001", "date": "2026-10-31"], sample.with("discussion", "2026-001"),
            not: sample, sample.with("discussion", "2026-001").with { $0.received = .init(iso: "2026-10-31T22:30:00Z") }),
        CheckCase(.withdrawnDiscussion, ["discussion": "2026-004"], sample.with("discussion", "2026-004"), not: sample),
        CheckCase(
            .discussionNotOpen, ["discussion": "2026-003", "date": "2026-12-01"], sample.with("discussion", "2026-003"),
            not: sample, .invitation.with("discussion", "2026-003"), sample.with("discussion", "2026-005")),
        CheckCase(
            .unknownDiscussion, ["discussion": "2026-0007", "meant": "2026-007", "known": discussions],
            sample.with("discussion", "2026-0007"), not: sample),
        CheckCase(.unknownRoom, ["room": "german", "meant": "", "known": rooms], .topic.with("room", "german"), not: .topic),
        CheckCase(
            .unknownRoom, ["room": "french room", "meant": "french", "known": rooms], .topic.with("room", "french room"), not: .topic),
        CheckCase(
            .closedRoom, ["room": "spanish"], sample.with("discussion", "2026-006"),
            not: .topic.with("room", "spanish"),
            sample.with("discussion", "2026-006").with { $0.received = .init(iso: "2026-12-07T09:00:00Z") }),
        CheckCase(.closedRoom, ["room": "past"], .topic.with("room", "past"), not: .topic),
        CheckCase(
            .unknownCategory, ["category": "trainning", "meant": "training", "known": "training, strategies"],
            .topic.with("categories", "[trainning]"), not: .topic),
        CheckCase(
            .categoryOutsideRoom, ["category": "strategies", "room": "french"],
            .topic.with("room", "french").with("categories", "[strategies]"),
            not: .topic.with("room", "french"), .tool.with("room", "french").with("categories", "[strategies]")),
        CheckCase(
            .unknownMember, ["member": "DE", "meant": "", "known": "CH, FR, XA"], sample.with("author", "{member: DE}"),
            not: sample.with("author", "{member: XA}")),
        CheckCase(
            .unknownMember, ["member": "ZZ", "meant": "", "known": "CH, FR, XA"], .tool.with("members", "[FR, ZZ]"),
            not: .tool.with("members", "[FR]")),
        CheckCase(
            .replyToNothing, ["number": "0009", "discussion": "2026-002"], sample.with("reply-to", "\"0009\""),
            not: sample.with("reply-to", "\"0001\""), sample.with("reply-to", "\"0002\"")),
        CheckCase(.questionOutOfRange, ["number": "3", "count": "2"], sample.with("question", "3"), not: sample.with("question", "2")),
        CheckCase(
            .unknownTarget, ["target": "2026-002/0002"], .removal.with("target", "2026-002/0002"),
            not: .removal, .removal.with("target", "2026-001"), .removal.with("target", "office-automation"),
            .removal.with("target", "library/office-automation")),
        CheckCase(
            .removalByAnother, ["target": "2026-002/0001", "member": "CH"],
            .removal.with("author", "{name: Ana Sample, member: FR, email: ana@office.example}"),
            not: .removal, .removal.with("target", "office-automation"), .removal.with("target", "2026-001")),
        CheckCase(.unknownTarget, ["target": "gone"], .removal.with("target", "gone"), not: .removal),
        CheckCase(.takesNoGuests, ["discussion": "2026-007"], .invitation.with("discussion", "2026-007"), not: .invitation),
    ]

    static let senders: [CheckCase] = [
        CheckCase(
            .termsNotAccepted, [:], sample.with("terms", nil), not: sample, .removal.with("terms", nil), .invitation.with("terms", nil)),
        CheckCase(.termsNotAccepted, [:], .tool.with("terms", nil), not: .tool),
        CheckCase(.termsOlder, ["accepted": "1", "current": "2"], sample.with("terms", "1"), not: sample),
        CheckCase(
            .senderUnknown, ["sender": "mallory@evil.example", "member": "CH"], sample.mail("mallory@evil.example"),
            not: sample.mail("ANA@office.example"), sample.mail("other@office.example", "mission@office.example"), sample),
        CheckCase(
            .memberWithoutAddress, ["sender": "x@france.example", "member": "FR"],
            sample.with("author", "{member: FR}").mail("x@france.example"),
            not: sample.with("author", "{member: FR}"), sample.mail("mallory@evil.example"),
            sample.with("author", "{member: DE}").mail("x@germany.example")),
        CheckCase(
            .emptyRoster, ["sender": "x@france.example"],
            sample.with("author", nil).with("attribution", "none").mail("x@france.example").withoutRoster,
            not: sample.with("author", nil).with("attribution", "none").mail("x@france.example"),
            sample.with("author", "{member: FR}").mail("x@france.example").withoutRoster),
        CheckCase(
            .senderNotInRoster, nil, sample.with("author", nil).mail("x@france.example"),
            not: sample.with("author", nil).mail("x@france.example").withoutRoster),
        CheckCase(
            .senderUnknown, nil, sample.mail("x@france.example"), not: sample.mail("x@france.example").withoutRoster),
        CheckCase(
            .senderNotInRoster, ["sender": "x@france.example"],
            sample.with("author", nil).with("attribution", "none").mail("x@france.example"),
            not: sample.with("author", nil).with("attribution", "none").mail("ana@office.example"),
            sample.with("author", nil).mail("staff@organisation.example")),
        CheckCase(.senderNotInRoster, ["sender": "–"], sample.with("author", nil).mail(), not: sample),
        CheckCase(
            .senderIsNotAuthor, ["sender": "mission@office.example", "author": "ana@office.example"], sample.mail("mission@office.example"),
            not: sample.mail("mission@office.example", "Ana@Office.example"),
            sample.with("author", "{member: CH}").mail("mission@office.example")),
        CheckCase(
            .roleNotProven, ["name": "Secretariat", "sender": "eve@evil.example"],
            sample.with("author", "{name: Secretariat}").mail("eve@evil.example"),
            not: sample.with("author", "{name: Secretariat}").mail("Staff@Organisation.example"),
            sample.with("author", "{name: Secretariat, member: CH}").mail("eve@evil.example"),
            .topic.with("author", "{name: Secretariat}").mail("eve@evil.example")),
        // A guest is known, but not as the staff.
        CheckCase(
            .roleNotProven, ["name": "Secretariat", "sender": "guest@university.example"],
            sample.with("author", "{name: Secretariat}").mail("guest@university.example"),
            not: sample.with("author", "{name: Guest}").mail("guest@university.example")),
        // Whoever is not to be named is still said to be of the staff; a file has no sender.
        CheckCase(
            .roleNotProven, ["name": "Secretariat", "sender": "–"],
            sample.with("author", "{name: Secretariat}").with("attribution", "none"),
            not: sample.with("author", "{name: Secretary}").with("attribution", "none")),
        CheckCase(
            .nameOfAnother, ["name": "SECRETARIAT", "sender": "eve@evil.example"],
            sample.with("author", "{name: SECRETARIAT, member: CH}").mail("eve@evil.example"),
            not: sample.with("author", "{name: Secretary, member: CH}").mail("eve@evil.example"),
            sample.with("author", "{name: SECRETARIAT, member: CH}").mail("staff@organisation.example")),
        CheckCase(
            .nameOfAnother, ["name": "Secret\u{430}riat", "sender": "–"], sample.with("author", "{name: Secret\u{430}riat, member: CH}"),
            not: sample.with("author", "{name: \u{421}\u{435}\u{43A}\u{440}\u{435}\u{442}\u{430}\u{440}\u{44C}, member: CH}")),
        CheckCase(
            .nameOfAnother, ["name": "Moderator, Mia", "sender": "ana@office.example"],
            sample.mail("ana@office.example", named: "Moderator, Mia"),
            not: sample.mail("ana@office.example", named: "Ana Sample"), sample.mail("forum@forum.example", named: "Mia Moderator"),
            sample.mail("ana@office.example", named: "")),
        CheckCase(
            .nameOfAnother, ["name": "Mia Moderator", "sender": "ana@office.example"],
            sample.with("author", "{name: Ana, institution: Mia Moderator, member: CH}").mail("ana@office.example"),
            not: sample.with("author", "{name: Ana, institution: Patent Office, member: CH}").mail("ana@office.example"),
            sample.with("author", "{name: Secretariat, institution: Mia Moderator}").mail("staff@organisation.example")),
        CheckCase(
            .nameOfAnother, ["name": "staff@organisation.example", "sender": "eve@evil.example"],
            sample.mail("eve@evil.example", named: "staff@organisation.example"),
            not: sample.mail("eve@evil.example", named: "eve@evil.example"),
            sample.mail("staff@organisation.example", named: "staff@organisation.example")),
        CheckCase(
            .nameOfAnother, ["name": "Suisse (exemple)", "sender": "eve@evil.example"],
            sample.mail("eve@evil.example", named: "Suisse (exemple)"),
            not: sample.mail("eve@evil.example", named: "France (exemple)"), sample.mail("ana@office.example", named: "Suisse (exemple)")),
        CheckCase(
            .automaticMail, [:], sample.mail("ana@office.example", nature: [.automatic]),
            not: sample.mail("ana@office.example", nature: [.signed])),
        CheckCase(.automaticMail, [:], sample.mail("ana@office.example", nature: [.deliveryReport]), not: sample),
        CheckCase(
            .calendarMail, [:], sample.mail("ana@office.example", nature: [.calendar]),
            not: sample.mail("ana@office.example", nature: [.winmail])),
    ]
}
