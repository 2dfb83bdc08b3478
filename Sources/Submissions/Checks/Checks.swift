package import Check
package import ContentStore
package import Markdown
package import Model

/// What a reviewer should know of a submission, found by looking at it and at what is published.
///
/// The rules of this folder: checks are pure and read no file; a family of checks is a file; everything looked at is hostile, so each
/// check is linear in the text's length and tells at most `RemarkList.limit` things of a kind; nothing is changed.
package struct Checks: Sendable {
    let content: Content
    let roster: Roster
    let vocabulary: Vocabulary?
    let now: Instant
    let resolver: LinkResolver
    /// Nil where anchors in other texts cannot be looked up.
    let knowsHeadings: Bool
    let calendar: ForumCalendar?
    let names: KnownNames

    /// - Parameters:
    ///   - content: what is published.
    ///   - vocabulary: what the theme has words for; nil where its own errors leave that unknown.
    ///   - now: for what was received at no known time.
    ///   - headings: the headings of a published text by its path from the forum's root; nil: anchors in other texts are not checked.
    package init(
        content: Content, roster: Roster, vocabulary: Vocabulary?, now: Instant,
        headings: (@Sendable (String) -> [RenderedText.Heading])? = nil
    ) {
        self.content = content
        self.roster = roster
        self.vocabulary = vocabulary
        self.now = now
        resolver = LinkResolver(content: content, now: now, headings: headings ?? { _ in [] })
        knowsHeadings = headings != nil
        calendar = ForumCalendar(content.forum.timeZone)
        names = KnownNames(content.forum, roster)
    }

    /// All remarks on a submission, by their lines (what concerns no line first), then in the order of their kinds.
    package func remarks(on matter: CheckedMatter) -> [Remark] {
        var list = RemarkList()
        checkFindings(matter, &list)
        checkFields(matter, &list)
        checkPlaces(matter, &list)
        checkTerms(matter.submission, &list)
        checkSender(matter, &list)
        checkProof(matter, &list)
        checkAuthor(matter, &list)
        checkLength(matter, &list)
        checkDuplicates(matter, &list)
        checkMailRemains(matter, &list)
        var text: CheckedText?
        if case .success(let outline) = matter.outline { text = CheckedText(matter.submission, outline) }
        checkLanguage(matter, text, &list)
        if let text, matter.submission.isForReaders {
            checkPersonalData(text, &list)
            checkLinks(matter, text, &list)
            checkGuide(matter, text, &list)
        }
        checkFiles(matter, text, &list)
        return list.ordered
    }
}
