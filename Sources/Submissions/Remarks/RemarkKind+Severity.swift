extension RemarkKind {
    /// How much a remark weighs: with an error a submission cannot be approved; a warning wants a look; a note is for information.
    package enum Severity: String, Sendable, CaseIterable {
        case error, warning, note
    }

    /// How much a remark weighs.
    package var severity: Severity {
        switch self {
        case .brokenFields, .noFields, .missingField, .badField, .unknownDiscussion, .closedDiscussion, .withdrawnDiscussion,
            .discussionNotOpen, .unknownRoom, .closedRoom, .unknownCategory, .categoryOutsideRoom, .unknownMember, .replyToNothing,
            .questionOutOfRange, .unknownTarget, .takesNoGuests, .termsNotAccepted, .roleNotProven, .removalByAnother, .emptyText,
            .textTooLarge,
            .textTooCostly,
            .unknownLanguage,
            .brokenLink, .unsafeLink, .pictureElsewhere, .notAPicture, .pictureWithoutText, .missingFile, .attachmentType,
            .attachmentTooLarge,
            .attachmentDisguised, .attachmentMacros, .attachmentScript, .attachmentEncrypted, .virus:
            .error
        case .unknownField, .mistypedField, .termsOlder, .senderUnknown, .senderNotInRoster, .senderIsNotAuthor, .nameOfAnother,
            .proofUnknown, .proofOfAnother, .answersOfAnother, .automaticMail,
            .calendarMail, .tooShort, .tooLong, .languageMismatch, .languageOutsideRoom, .duplicatePublished, .duplicateWaiting,
            .mailRemains,
            .mailAddress, .telephone, .iban, .cardNumber, .identityNumber, .unclearLink, .unusedFile, .headingSkipped, .capitals, .rawHTML,
            .hiddenCharacters, .attachmentActions, .attachmentEmbedded, .attachmentExternal, .attachmentDamaged, .notScanned,
            .leftOutSize, .leftOutLocked, .leftOutSealed, .leftOutDamaged, .leftOutEntry, .further:
            .warning
        case .memberWithoutAddress, .emptyRoster, .noProof, .abbreviation, .pictureRewritten: .note
        }
    }
}
