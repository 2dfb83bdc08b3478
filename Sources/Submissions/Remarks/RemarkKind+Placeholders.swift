extension RemarkKind {
    /// The names of the values that a remark of this kind has, all of them always: its texts may speak of these and of no others.
    ///
    /// `date` is a day as in `2026-11-23`, `language`, `claimed` and `found` are codes, `size` and `limit` bytes: `RemarkTexts` writes
    /// them as the reader's language does. `meant` and `known` may be empty: sentences of their own speak of them (`RemarkTexts.Addition`).
    package var placeholders: Set<String> {
        switch self {
        case .brokenFields, .noFields, .termsNotAccepted, .automaticMail, .calendarMail, .emptyText, .textTooCostly, .rawHTML, .noProof,
            .proofUnknown:
            []
        case .missingField, .unknownField: ["field"]
        case .mistypedField: ["field", "meant"]
        case .badField: ["field", "value"]
        case .unknownDiscussion: ["discussion", "meant", "known"]
        case .withdrawnDiscussion, .takesNoGuests: ["discussion"]
        case .closedDiscussion, .discussionNotOpen: ["discussion", "date"]
        case .unknownRoom: ["room", "meant", "known"]
        case .closedRoom: ["room"]
        case .unknownCategory: ["category", "meant", "known"]
        case .categoryOutsideRoom: ["category", "room"]
        case .unknownMember: ["member", "meant", "known"]
        case .replyToNothing: ["number", "discussion"]
        case .questionOutOfRange: ["number", "count"]
        case .unknownTarget: ["target"]
        case .removalByAnother: ["target", "member"]
        case .termsOlder: ["accepted", "current"]
        case .senderUnknown, .memberWithoutAddress: ["sender", "member"]
        case .senderNotInRoster, .emptyRoster: ["sender"]
        case .senderIsNotAuthor: ["sender", "author"]
        case .roleNotProven, .nameOfAnother: ["name", "sender"]
        case .textTooLarge: ["size", "limit"]
        case .tooShort: ["words", "least"]
        case .tooLong: ["words", "most"]
        case .languageMismatch: ["claimed", "found"]
        case .unknownLanguage: ["language"]
        case .languageOutsideRoom: ["language", "room"]
        case .duplicatePublished: ["title", "place", "share"]
        case .proofOfAnother: ["prover", "said"]
        case .answersOfAnother: ["number"]
        case .duplicateWaiting: ["number", "share"]
        case .mailAddress: ["address"]
        case .telephone, .iban, .cardNumber, .identityNumber: ["number"]
        case .brokenLink, .unsafeLink, .pictureElsewhere: ["link"]
        case .mailRemains, .unclearLink, .capitals: ["text"]
        case .headingSkipped: ["heading", "level", "before"]
        case .abbreviation: ["abbreviation"]
        case .hiddenCharacters, .further: ["count"]
        case .attachmentType: ["file", "type"]
        case .attachmentTooLarge: ["file", "size", "limit"]
        case .attachmentDisguised: ["file", "type"]
        case .virus: ["file", "virus"]
        case .notAPicture, .pictureWithoutText, .missingFile, .unusedFile, .attachmentMacros, .attachmentScript, .attachmentActions,
            .attachmentEmbedded,
            .attachmentExternal, .attachmentEncrypted, .attachmentDamaged, .pictureRewritten, .notScanned, .leftOutSize, .leftOutLocked,
            .leftOutSealed, .leftOutDamaged, .leftOutEntry:
            ["file"]
        }
    }
}
