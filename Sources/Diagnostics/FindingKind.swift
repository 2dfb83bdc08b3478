/// Every kind of finding. The raw value is the identifier that stands in the output, in the documentation,
/// and as the name of a folder in `Tests/Fixtures/invalid/`.
package enum FindingKind: String, Sendable, CaseIterable {
    // Files
    case unreadableFile = "unreadable-file"
    case notUTF8 = "not-utf8"
    case fileTooLarge = "file-too-large"
    case linkOutside = "link-outside"
    case unexpectedFile = "unexpected-file"
    case badIdentifier = "bad-identifier"

    // Front matter and YAML
    case frontMatterNotClosed = "front-matter-not-closed"
    case frontMatterMissing = "front-matter-missing"
    case yamlSyntax = "yaml-syntax"
    case yamlAlias = "yaml-alias"
    case yamlTooDeep = "yaml-too-deep"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case badValue = "bad-value"
    case badDate = "bad-date"

    // Words that must exist
    case unknownLanguage = "unknown-language"
    case unknownCategory = "unknown-category"
    case unknownRoom = "unknown-room"
    case unknownMember = "unknown-member"
    case unknownDiscussion = "unknown-discussion"
    case duplicateIdentifier = "duplicate-identifier"
    case titleLanguage = "title-language"

    // Discussions and contributions
    case missingFacts = "missing-facts"
    case missingIndex = "missing-index"
    case duplicateNumber = "duplicate-number"
    case missingOriginal = "missing-original"
    case replyToNothing = "reply-to-nothing"
    case questionOutOfRange = "question-out-of-range"
    case questionsDiffer = "questions-differ"
    case closesBeforeOpens = "closes-before-opens"
    case categoryOutsideRoom = "category-outside-room"
    case futureDate = "future-date"
    case beforeOpening = "before-opening"
    case withdrawnButPresent = "withdrawn-but-present"
    case memberMissing = "member-missing"
    case emptyText = "empty-text"

    // Languages
    case translationWithoutOriginal = "translation-without-original"
    case untranslated = "untranslated"
    case outdated = "outdated"

    // Links, images, attachments
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case unsafeLink = "unsafe-link"
    case pathOutside = "path-outside"
    case missingAttachment = "missing-attachment"
    case unusedAttachment = "unused-attachment"
    case attachmentType = "attachment-type"
    case attachmentTooLarge = "attachment-too-large"
    case imageOutsideFiles = "image-outside-files"
    case imageWithoutText = "image-without-text"

    // Markdown
    case textTooCostly = "text-too-costly"

    // Theme
    case templateSyntax = "template-syntax"
    case templateUnknownName = "template-unknown-name"
    case templateMissing = "template-missing"
    case stringMissing = "string-missing"
    case stringUnknown = "string-unknown"
    case stringMalformed = "string-malformed"

    // The finished site
    case siteUnexpectedFile = "site-unexpected-file"
    case siteMissingFile = "site-missing-file"
    case siteUnsafeFile = "site-unsafe-file"
    case siteChangedFile = "site-changed-file"
    case siteNotSealed = "site-not-sealed"
    case siteNotOpening = "site-not-opening"
    case siteWrongAudience = "site-wrong-audience"
    case siteOutdated = "site-outdated"
    case siteHiddenText = "site-hidden-text"
    case siteOpenWords = "site-open-words"
    case siteManifest = "site-manifest"
    case siteLink = "site-link"

    /// Errors stop a build, warnings do not.
    package var severity: Severity {
        switch self {
        case .untranslated, .outdated, .titleLanguage, .unusedAttachment, .beforeOpening: .warning
        default: .error
        }
    }
}
