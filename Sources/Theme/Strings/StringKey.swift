/// Every UI string that Swift puts into a page; all others are used by templates or by the gate's script.
///
/// The raw value is the key in `strings/<language>.yaml`, levels joined by dots.
package enum StringKey: String, StringName, CaseIterable {
    // Titles of pages and of their documents
    case documentTitle = "document.title"
    case sheetTitle = "document.sheet"
    case home = "title.home"
    case rooms = "title.rooms"
    case categories = "title.categories"
    case members = "title.members"
    case archive = "title.archive"
    case calendar = "title.calendar"
    case library = "title.library"
    case compendium = "title.compendium"
    case form = "title.form"
    case withdrawnEntry = "title.withdrawn"
    case archiveIntro = "intro.archive"
    case calendarIntro = "intro.calendar"
    case categoriesIntro = "intro.categories"
    case membersIntro = "intro.members"
    case libraryIntro = "intro.library"
    case compendiumIntro = "intro.compendium"

    // Groups of an index
    case groupOpen = "group.open"
    case groupAnnounced = "group.announced"
    case groupClosed = "group.closed"
    case groupDiscussions = "group.discussions"
    case groupLibrary = "group.library"
    case groupContributions = "group.contributions"

    // Kinds of library entries: one of them, and all of them
    case practice = "kind.practice"
    case tool = "kind.tool"
    case methodology = "kind.methodology"
    case experience = "kind.experience"
    case practices = "kinds.practice"
    case tools = "kinds.tool"
    case methodologies = "kinds.methodology"
    case experiences = "kinds.experience"

    // Who speaks
    case participant = "role.participant"
    case guest = "role.guest"
    case staff = "role.staff"
    case moderator = "role.moderator"

    // How far a discussion is
    case announced = "status.announced"
    case open = "status.open"
    case openUntil = "status.openUntil"
    case closed = "status.closed"
    case closedOn = "status.closedOn"
    case opensAgain = "status.opensAgain"
    case openAlways = "room.always"

    // Numbers of things
    case discussionCount = "count.discussions"
    case entryCount = "count.entries"
    case contributionCount = "count.contributions"
    case noContributions = "count.noContributions"
    case replyCount = "count.replies"
    case answerCount = "count.answers"
    case pager = "pager.label"

    // Contributions and translations
    case replyTo = "contribution.replyTo"
    case onQuestion = "contribution.question"
    case question = "discussion.question"
    case allEntries = "library.all"
    case newestEntries = "library.newest"
    case waiting = "discussion.waiting"
    case taskDone = "body.done"
    case taskOpen = "body.open"
    case translated = "translation.plain"
    case translatedBy = "translation.by"
    case machineTranslated = "translation.machine"
    case outdated = "translation.outdated"

    // What is not there
    case contributionWithdrawn = "withdrawn.contribution"
    case discussionWithdrawn = "withdrawn.discussion"
    case entryWithdrawn = "withdrawn.entry"
    case withdrawnByAuthor = "withdrawn.by.author"
    case withdrawnByMember = "withdrawn.by.member"
    case withdrawnByModerator = "withdrawn.by.moderator"
    case attachmentDetail = "attachments.detail"
    case notFound = "notFound.sentence"
    case notFoundAction = "notFound.action"
    case noscript = "gate.noscript"
    case byMail = "front.byMail"

    // Letters with a passphrase
    case letterMember = "letter.member"
    case letterStaff = "letter.staff"
    case letterGuest = "letter.guest"
    case letterUntil = "letter.until"
    case letterTerms = "letter.terms"
    case letterTermsBelow = "letter.below"

    package var placeholders: Set<String> {
        switch self {
        case .documentTitle: ["title", "forum"]
        case .sheetTitle: ["title", "page", "forum"]
        case .calendarIntro: ["zone"]
        case .announced, .openUntil, .closedOn, .opensAgain: ["date"]
        case .contributionWithdrawn, .discussionWithdrawn, .entryWithdrawn: ["date"]
        case .discussionCount, .entryCount, .contributionCount, .replyCount, .answerCount, .waiting, .newestEntries: ["count"]
        case .pager: ["page", "pages"]
        case .replyTo, .onQuestion, .question: ["number"]
        case .translated, .machineTranslated: ["language"]
        case .translatedBy: ["language", "name"]
        case .attachmentDetail: ["type", "size"]
        case .letterMember, .letterStaff: ["name", "forum"]
        case .letterGuest: ["name", "forum", "state", "discussion"]
        case .letterUntil: ["date"]
        case .letterTerms, .letterTermsBelow: ["version"]
        default: []
        }
    }

    package var isPlural: Bool {
        [.discussionCount, .entryCount, .contributionCount, .replyCount, .answerCount].contains(self)
    }
}
