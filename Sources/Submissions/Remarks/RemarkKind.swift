/// Every kind of remark. The raw value is its name in what is printed and in `themes/wipo/remarks/`; the order is that in which those
/// files hold them, and in which remarks on one line stand.
package enum RemarkKind: String, Sendable, CaseIterable {
    // Fields
    /// The front matter as a whole cannot be read.
    case brokenFields = "broken-fields"
    /// A mail or text without any fields: a moderator completes it.
    case noFields = "no-fields"
    case missingField = "missing-field"
    /// Nothing near it is known.
    case unknownField = "unknown-field"
    /// Near to one that is known.
    case mistypedField = "mistyped-field"
    /// What it says cannot be understood.
    case badField = "bad-field"

    // What it belongs to
    case unknownDiscussion = "unknown-discussion"
    /// The day is the last of it.
    case closedDiscussion = "closed-discussion"
    case withdrawnDiscussion = "withdrawn-discussion"
    /// The day is the first of it.
    case discussionNotOpen = "discussion-not-open"
    case unknownRoom = "unknown-room"
    case closedRoom = "closed-room"
    case unknownCategory = "unknown-category"
    case categoryOutsideRoom = "category-outside-room"
    case unknownMember = "unknown-member"
    /// There is no contribution of that number.
    case replyToNothing = "reply-to-nothing"
    case questionOutOfRange = "question-out-of-range"
    /// What is to be removed is not there.
    case unknownTarget = "unknown-target"
    case takesNoGuests = "takes-no-guests"

    // Terms and sender
    case termsNotAccepted = "terms-not-accepted"
    case termsOlder = "terms-older"
    /// Not one of the member's addresses in the roster.
    case senderUnknown = "sender-unknown"
    /// The fields name no member, and the sender stands nowhere in the roster.
    case senderNotInRoster = "sender-not-in-roster"
    /// The roster has no address of the member: whether the sender is known cannot be said.
    case memberWithoutAddress = "member-without-address"
    /// The fields name no member, and the roster has no address of any.
    case emptyRoster = "empty-roster"
    /// The mail's sender is not the author that the fields name.
    case senderIsNotAuthor = "sender-is-not-author"
    /// Readers would be told that staff or a guest writes, and only the name says so.
    case roleNotProven = "role-not-proven"
    /// What is to be removed was posted for another member than the request names.
    case removalByAnother = "removal-by-another"
    /// A name of somebody whom the forum knows by another address.
    case nameOfAnother = "name-of-another"
    /// It was sealed without a passphrase.
    case noProof = "no-proof"
    /// It was sealed with a passphrase that is none of those in use.
    case proofUnknown = "proof-unknown"
    /// It was sealed with the passphrase of somebody else than its fields or its sender say: `prover`, where they say `said`.
    case proofOfAnother = "proof-of-another"
    /// It says that it is the new text of a submission, and nothing shows that it is by the same author, or that one is waited for.
    case answersOfAnother = "answers-of-another"
    case automaticMail = "automatic-mail"
    /// An invitation of a calendar, or an answer to one.
    case calendarMail = "calendar-mail"

    // The text
    case emptyText = "empty-text"
    /// In bytes: no file of the content may be so large.
    case textTooLarge = "text-too-large"
    /// It takes too much time or memory to render.
    case textTooCostly = "text-too-costly"
    case tooShort = "too-short"
    case tooLong = "too-long"
    case languageMismatch = "language-mismatch"
    /// Not one of the forum's languages.
    case unknownLanguage = "unknown-language"
    /// Not one of the room's working languages.
    case languageOutsideRoom = "language-outside-room"
    /// Near-duplicate of something published; `share` in per cent.
    case duplicatePublished = "duplicate-published"
    /// Near-duplicate of another submission; `share` in per cent.
    case duplicateWaiting = "duplicate-waiting"
    /// A line that a mail program puts below or around a text: a mail that is quoted, or an advertisement.
    case mailRemains = "mail-remains"

    // Personal data
    case mailAddress = "mail-address"
    case telephone
    /// An account's number in the form of ISO 13616.
    case iban
    /// A number of a credit or debit card.
    case cardNumber = "card-number"
    /// A passport's, identity card's or similar number.
    case identityNumber = "identity-number"

    // Links and pictures
    case brokenLink = "broken-link"
    case unsafeLink = "unsafe-link"
    /// A link text that does not say where it leads.
    case unclearLink = "unclear-link"
    /// A picture that lies on another host.
    case pictureElsewhere = "picture-elsewhere"
    /// A file is to be shown as a picture and is none.
    case notAPicture = "not-a-picture"
    case pictureWithoutText = "picture-without-text"
    /// The text or the fields name a file that did not come with it.
    case missingFile = "missing-file"
    /// A file came with it that neither text nor fields name.
    case unusedFile = "unused-file"

    // The guide for web content
    case headingSkipped = "heading-skipped"
    /// A sentence or heading in capitals.
    case capitals
    case abbreviation
    /// It will be left out.
    case rawHTML = "raw-html"
    /// Direction marks, zero-width and control characters.
    case hiddenCharacters = "hidden-characters"

    // Attachments
    /// Not a type that forum.yaml allows.
    case attachmentType = "attachment-type"
    case attachmentTooLarge = "attachment-too-large"
    /// Its name ends as another type's would.
    case attachmentDisguised = "attachment-disguised"
    case attachmentMacros = "attachment-macros"
    case attachmentScript = "attachment-script"
    case attachmentActions = "attachment-actions"
    case attachmentEmbedded = "attachment-embedded"
    case attachmentExternal = "attachment-external"
    case attachmentEncrypted = "attachment-encrypted"
    case attachmentDamaged = "attachment-damaged"
    /// Its position and camera data were taken out.
    case pictureRewritten = "picture-rewritten"
    case virus
    /// The virus scanner is there and could not look.
    case notScanned = "not-scanned"

    // What was left out on the way in
    /// Too large, too many parts, or packed too deep.
    case leftOutSize = "left-out-size"
    /// It cannot be read without a key or password.
    case leftOutLocked = "left-out-locked"
    /// Sealed, and it could not be opened.
    case leftOutSealed = "left-out-sealed"
    /// Empty, damaged, or in an encoding that is not known.
    case leftOutDamaged = "left-out-damaged"
    /// An entry of an archive that leads out of it, is no file, or stands there twice.
    case leftOutEntry = "left-out-entry"

    /// More was found than is told one by one.
    case further
}
