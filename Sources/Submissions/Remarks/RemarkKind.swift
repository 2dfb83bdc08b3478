/// Every kind of remark. The raw value is its name in what is printed and in `themes/wipo/remarks/`.
package enum RemarkKind: String, Sendable, CaseIterable {
    // Fields
    /// `field`
    case missingField = "missing-field"
    /// `field`, `meant` (empty where nothing is near)
    case unknownField = "unknown-field"
    /// `field`, `value`: what it says cannot be understood.
    case badField = "bad-field"
    /// The front matter as a whole cannot be read.
    case brokenFields = "broken-fields"
    /// A mail or text without any fields: a moderator completes it.
    case noFields = "no-fields"

    // What it belongs to
    /// `discussion`
    case unknownDiscussion = "unknown-discussion"
    /// `discussion`, `date`
    case closedDiscussion = "closed-discussion"
    /// `discussion`, `date`
    case discussionNotOpen = "discussion-not-open"
    /// `room`
    case unknownRoom = "unknown-room"
    /// `room`
    case closedRoom = "closed-room"
    /// `category`
    case unknownCategory = "unknown-category"
    /// `category`, `room`
    case categoryOutsideRoom = "category-outside-room"
    /// `member`
    case unknownMember = "unknown-member"
    /// `number`, `discussion`
    case replyToNothing = "reply-to-nothing"
    /// `number`, `count`
    case questionOutOfRange = "question-out-of-range"
    /// `target`
    case unknownTarget = "unknown-target"
    /// `discussion`
    case takesNoGuests = "takes-no-guests"

    // Terms and sender
    /// No version of the terms was accepted.
    case termsNotAccepted = "terms-not-accepted"
    /// `accepted`, `current`
    case termsOlder = "terms-older"
    /// `sender`, `member`: not one of the member's addresses in the roster.
    case senderUnknown = "sender-unknown"
    /// `sender`, `author`: the mail's sender is not the author that the fields name.
    case senderIsNotAuthor = "sender-is-not-author"

    // The text
    /// No text at all.
    case emptyText = "empty-text"
    /// `words`, `least`
    case tooShort = "too-short"
    /// `words`, `most`
    case tooLong = "too-long"
    /// `claimed`, `found`
    case languageMismatch = "language-mismatch"
    /// `language`: not one of the room's working languages.
    case languageOutsideRoom = "language-outside-room"
    /// The text takes too much time or memory to render.
    case textTooCostly = "text-too-costly"
    /// `title`, `place`, `share` (per cent): near-duplicate of something published.
    case duplicatePublished = "duplicate-published"
    /// `title`, `number`, `share`: near-duplicate of another submission.
    case duplicateWaiting = "duplicate-waiting"

    // Personal data
    /// `address`
    case mailAddress = "mail-address"
    /// `number`
    case telephone
    /// `text`, `what`: an account, identity card or similar number.
    case personalNumber = "personal-number"

    // Links and pictures
    /// `link`
    case brokenLink = "broken-link"
    /// `link`
    case unsafeLink = "unsafe-link"
    /// `file`: a link or picture leads to a file that did not come with it.
    case missingFile = "missing-file"
    /// `file`: a file came with it that nothing mentions.
    case unusedFile = "unused-file"
    /// `text`: a link text that does not say where it leads.
    case unclearLink = "unclear-link"
    /// `file`
    case pictureWithoutText = "picture-without-text"

    // The web-content guide
    /// `heading`, `level`, `before`
    case headingSkipped = "heading-skipped"
    /// `text`: a sentence or heading in capitals.
    case capitals
    /// `abbreviation`
    case abbreviation
    /// `text`: raw HTML that will be left out.
    case rawHTML = "raw-html"
    /// `count`: characters that cannot be seen: direction marks, zero-width and control characters.
    case hiddenCharacters = "hidden-characters"

    // Attachments
    /// `file`, `type`: not a type that forum.yaml allows.
    case attachmentType = "attachment-type"
    /// `file`, `size`, `most`
    case attachmentTooLarge = "attachment-too-large"
    /// `file`, `type`
    case attachmentDisguised = "attachment-disguised"
    /// `file`
    case attachmentMacros = "attachment-macros"
    /// `file`
    case attachmentScript = "attachment-script"
    /// `file`
    case attachmentActions = "attachment-actions"
    /// `file`
    case attachmentEmbedded = "attachment-embedded"
    /// `file`
    case attachmentExternal = "attachment-external"
    /// `file`
    case attachmentEncrypted = "attachment-encrypted"
    /// `file`
    case attachmentDamaged = "attachment-damaged"
    /// `file`: its position and camera data were taken out.
    case pictureRewritten = "picture-rewritten"
    /// `file`, `virus`
    case virus
    /// The scanner is there and could not look.
    case notScanned = "not-scanned"
    /// `file`, `reason`: what was left out on the way in.
    case leftOut = "left-out"

    // How it came
    /// The mail is a delivery report.
    case deliveryReport = "delivery-report"
    /// The mail was written by a program.
    case automaticMail = "automatic-mail"
    /// The mail is an invitation of a calendar, or an answer to one.
    case calendarMail = "calendar-mail"

    /// How much a remark weighs.
    package var severity: Severity {
        switch self {
        case .missingField, .badField, .brokenFields, .noFields, .unknownDiscussion, .closedDiscussion, .discussionNotOpen, .unknownRoom,
            .closedRoom, .unknownCategory, .categoryOutsideRoom, .unknownMember, .replyToNothing, .questionOutOfRange, .unknownTarget,
            .takesNoGuests, .termsNotAccepted, .emptyText, .textTooCostly, .brokenLink, .unsafeLink, .missingFile, .attachmentType,
            .attachmentTooLarge, .attachmentDisguised, .attachmentMacros, .attachmentScript, .attachmentEncrypted, .virus,
            .pictureWithoutText:
            .error
        case .unknownField, .termsOlder, .senderUnknown, .senderIsNotAuthor, .tooShort, .tooLong, .languageMismatch,
            .languageOutsideRoom, .duplicatePublished, .duplicateWaiting, .mailAddress, .telephone, .personalNumber, .unusedFile,
            .unclearLink, .headingSkipped, .capitals, .rawHTML, .hiddenCharacters, .attachmentActions, .attachmentEmbedded,
            .attachmentExternal, .attachmentDamaged, .notScanned, .leftOut, .deliveryReport, .automaticMail, .calendarMail:
            .warning
        case .abbreviation, .pictureRewritten: .note
        }
    }

    /// How much a remark weighs: with an error a submission cannot be approved; a warning wants a look; a note is for information.
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, note
    }
}
