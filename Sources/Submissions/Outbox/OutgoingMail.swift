import Foundation

/// A mail that the office has written: `office/outbox/0012/record.json`. It holds all that `message.eml` beside it is made of, but for
/// what comes from forum.yaml.
package struct OutgoingMail: Sendable, Hashable, Codable {
    /// From 1, never used again.
    package let number: Int
    package var state: State
    package let kind: Kind
    /// The submissions that it is about.
    package let submissions: [Int]
    /// The number of the log's entry that it tells of.
    package let entry: Int
    /// What of the content it is about, as the log names it.
    package let place: String?
    /// The guiding question that it asks, from 1; nil for all that asks none.
    package var question: Int?
    /// An address; empty for one whose content is gone.
    package let to: String
    package let name: String
    package let subject: String
    /// Without `<>`.
    package let messageID: String
    package let inReplyTo: String?
    package let references: [String]
    /// The code of the language that it is in.
    package let language: String
    /// ISO 8601 in UTC.
    package let made: String
    /// Seconds by which the forum's clock was ahead of UTC then.
    package let offset: Int
    /// What it says, in plain text.
    package var text: String
    /// The same in HTML; nil for one that is made of the text.
    package var html: String?
    /// Whether no person decided what it tells.
    package let isAutomatic: Bool
    /// Whether it asks its reader for something beside what it tells; nil for no.
    package var asks: Bool?
    /// Files that go with it, in the folder's `files/`.
    package var files: [File]
    /// Who changed its text, in the order in which they did.
    package var editedBy: [String]
    /// When it was sent, or was about to be, ISO 8601 in UTC; nil before.
    package var sent: String?
    /// The moderator who sent it, said that it was sent, or dropped it.
    package var by: String?

    /// How far a mail is.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// It goes with the next `send`.
        case waiting
        /// Nobody knows its address: it goes only when it is named.
        case held
        /// It was about to be handed to a relay; whether the relay has it is not known.
        case sending
        case sent
        /// It was never sent and never will be.
        case dropped

        /// Whether nothing of it has left the office.
        package var isUnsent: Bool { self == .waiting || self == .held }
    }

    /// What a mail tells.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// That a submission came in.
        case received
        /// That a text came that takes the place of one that was returned.
        case rejoined
        case returned, rejected, approved, scheduled, published, corrected, withdrawn
        /// A question to somebody who may know.
        case question
        /// What is new in the forum.
        case digest
    }

    /// A file that goes with a mail.
    package struct File: Sendable, Hashable, Codable {
        /// ASCII; the same in the folder and in the mail.
        package let name: String
        package let type: String
    }
}

extension OutgoingMail {
    /// The bytes of the file.
    package var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    /// Whether its content is gone.
    package var isEmptied: Bool { to.isEmpty }

    /// What stays of one whose content is gone: that there was one, so that its number is not used again.
    var emptied: OutgoingMail {
        OutgoingMail(
            number: number, state: state == .sent ? .sent : .dropped, kind: kind, submissions: submissions, entry: entry, place: place,
            to: "",
            name: "", subject: "", messageID: "", inReplyTo: nil, references: [], language: language, made: made, offset: offset, text: "",
            html: nil,
            isAutomatic: isAutomatic, files: [], editedBy: editedBy, sent: sent, by: by)
    }

    /// Its folder, as `Change` names it.
    static func folder(_ number: Int) -> String { "office/outbox/" + Placement.padded(number, 4) }
    var folder: String { Self.folder(number) }
}
