import Foundation
import Quarantine

/// What the office knows of a submission: `office/inbox/17/record.json`. The log says the same without a word of the text.
package struct Record: Sendable, Hashable, Codable {
    /// From 1, never used again.
    package let number: Int
    package var state: SubmissionState
    /// ISO 8601 in UTC.
    package let received: String
    /// How it came; the last time, where it came again after it was returned.
    package var origin: Origin
    /// What tells it from every other, so that the same mail is one submission however often it is imported: a hash of what it says.
    /// One for each time it came.
    package var identities: [String]
    /// Random, in hexadecimal: what the log says of its texts are hashes with this before them, which tell nothing once it is purged.
    package var salt: String
    /// The texts, the oldest first; the last is the one that counts. Empty for one that was purged.
    package var revisions: [Revision]
    /// What came with it.
    package var files: [StoredFile]
    /// What was left out on the way in.
    package var leftOut: [LeftOut]
    /// Who has taken it.
    package var claimedBy: String?
    /// The day on which it is to be published, as in `2026-12-07`; nil for at once.
    package var due: String?
    /// In which capacity its author was approved to write, where it waits for that day: the roster may say otherwise by then.
    package var role: String?
    /// The submission whose mail its own answers.
    package var answers: Int?
    /// What its text as it came last proves of who made it; nil for what was not sealed.
    package var proof: Proof?
    /// Where it stands in the content: `2026-014/0007`, `2026-015`, `library/ip-office-automation`.
    package var place: String?
    /// What approving it has put into the content; nil before.
    package var placed: [Placed]?
    /// What was done with it, the oldest first.
    package var history: [Event]

    /// A file of the content that came of it.
    package struct Placed: Sendable, Hashable, Codable {
        /// As `Change` names it.
        package let path: String
        /// SHA-256 in hexadecimal.
        package let hash: String
    }

    /// How something came.
    package struct Origin: Sendable, Hashable, Codable {
        /// The file, folder or mailbox that it was imported from, as the command named it; `-` for standard input.
        package let source: String
        /// The header `From`: nil for what was no mail.
        package let sender: String?
        package let senderName: String?
        package let subject: String?
        package let messageID: String?
        /// The mails before it, the oldest first, as the mail names them; nil where it names none.
        package let references: [String]?
        /// Seconds since 1970, as the mail says.
        package let date: Int?
        /// What kind of mail it was, beside an ordinary one.
        package let nature: [String]
        /// Whether its text had fields.
        package let hasFields: Bool
        /// What the mail says around the text, where that came as a file; nil where it says nothing.
        package var covering: String?

        /// In scalars, at most: of what is longer, the beginning.
        static let coveringLimit = 4_000
    }

    /// A text of the submission.
    package struct Revision: Sendable, Hashable, Codable {
        /// The file's name in the folder: `1.md`.
        package let file: String
        /// Who wrote it: a moderator's name; nil for the author.
        package let by: String?
        package let time: String
    }

    /// A file that came with it, in the folder's `files/`.
    package struct StoredFile: Sendable, Hashable, Codable {
        /// Its name as the author knows it, or its path in an archive.
        package let name: String
        /// Its name under `files/`: lower-case ASCII, its ending that of its type.
        package let stored: String
        package let size: Int
        package let type: String
        package let endings: [String]
        package let traits: [String]
        /// What a virus scanner said of it; nil where the machine had none.
        package var scan: Scan?
    }

    /// What a virus scanner said of a file.
    package struct Scan: Sendable, Hashable, Codable {
        /// Whether it could look.
        package let looked: Bool
        /// The virus that it found.
        package let virus: String?

        init(_ verdict: VirusScanner.Verdict) {
            switch verdict {
            case .clean: (looked, virus) = (true, nil)
            case .virus(let name): (looked, virus) = (true, name)
            case .unknown: (looked, virus) = (false, nil)
            }
        }
    }

    /// Something that was left out on the way in.
    package struct LeftOut: Sendable, Hashable, Codable {
        package let name: String
        package let reason: String
    }

    /// Something that was done with it.
    package struct Event: Sendable, Hashable, Codable {
        /// The number of the log's entry.
        package let entry: Int
        package let time: String
        package let by: String
        package let action: LogEntry.Action
        /// How far it was before; nil where it came in.
        package var before: SubmissionState?
        /// Identifiers of reasons in forum.yaml.
        package var reasons: [String]
        /// What the moderator wrote to the author.
        package var words: String?
        /// The number of the mail in the outbox that tells its author; nil where there is none.
        package var mail: Int?
    }
}

extension Record {
    /// The bytes of the file.
    package var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    /// What came with it, as checks see it.
    package var submittedFiles: [SubmittedFile] {
        files.map { file in
            SubmittedFile(
                name: file.name, size: file.size, type: file.type, endings: file.endings,
                traits: Set(file.traits.compactMap { OpenedFile.Trait(rawValue: $0) }), virus: file.scan?.virus)
        }
    }

    /// Whether something sealed came with it that could not be opened here: its author has to make it once more.
    var hasUnopenedSeal: Bool { leftOut.contains { Opened.Refusal.Reason(rawValue: $0.reason)?.isOfSeal ?? false } }

    /// The text that counts; nil for one that was purged.
    package var current: Revision? { revisions.last }
    /// The text as its author sent it last.
    package var submitted: Revision? { revisions.last { $0.by == nil } }
}
