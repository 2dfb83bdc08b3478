import Diagnostics

extension Finding {
    /// What is wrong at a path of the site, in the words of its kind.
    ///
    /// - Parameters:
    ///   - path: from the site's root.
    ///   - detail: said in place of the kind's own sentence.
    static func site(_ kind: FindingKind, _ path: String, _ detail: String? = nil) -> Finding {
        Finding(kind, detail ?? sentence(kind), at: Location(file: "site/" + path), hint: hint(kind))
    }

    private static func sentence(_ kind: FindingKind) -> String {
        switch kind {
        case .siteUnexpectedFile: "no build of this forum writes this"
        case .siteMissingFile: "this is missing from the site"
        case .siteUnsafeFile: "this is no ordinary file"
        case .siteChangedFile: "this is not what the theme and the office make it"
        case .siteNotSealed: "this is not the shell of a page around a ciphertext"
        case .siteNotOpening: "this does not open"
        case .siteWrongAudience: "this opens for readers whom it is not for"
        case .siteOutdated: "this opens to another text than the content has now"
        case .siteHiddenText: "this shows what is withdrawn or not open yet"
        case .siteOpenWords: "words of the content stand open here"
        case .siteManifest: "the manifest does not agree with the site"
        default: "a link in this page leads to nothing in the site"
        }
    }

    private static func hint(_ kind: FindingKind) -> String {
        switch kind {
        case .siteUnexpectedFile: "remove it, and find out who put it there"
        case .siteUnsafeFile: "remove it, and build the site again"
        case .siteOpenWords: "do not publish this site; take the words out of the theme, or build the site again"
        case .siteHiddenText: "do not publish this site; build it again"
        case .siteLink: "see the text that it stands in, and build the site again"
        default: "build the site again"
        }
    }
}
