/// Every string of a report on the use of a forum: `strings/report/<language>.yaml`.
package enum ReportString: String, StringName, CaseIterable {
    // What stands around the tables
    case title = "report.title"
    case intro = "report.intro"
    case period = "report.period"
    case months = "report.months"
    case counted = "report.counted"
    case notes = "report.notes"
    case chart = "report.chart"
    case largest = "report.largest"
    case nothing = "report.nothing"
    case total = "report.total"
    case yes = "report.yes"
    case no = "report.no"
    case never = "report.never"
    case days = "report.days"
    case hours = "report.hours"

    // Titles of tables
    case summaryTable = "report.table.summary"
    case membersTable = "report.table.members"
    case silentTable = "report.table.silent"
    case regionsTable = "report.table.regions"
    case roomsTable = "report.table.rooms"
    case languagesTable = "report.table.languages"
    case costsTable = "report.table.costs"
    case categoriesTable = "report.table.categories"
    case kindsTable = "report.table.kinds"
    case monthsTable = "report.table.months"
    case discussionsTable = "report.table.discussions"
    case questionsTable = "report.table.questions"
    case outcomesTable = "report.table.outcomes"
    case timesTable = "report.table.times"
    case receivedTable = "report.table.received"
    case moderatorsTable = "report.table.moderators"
    case openingsTable = "report.table.openings"
    case openedDiscussionsTable = "report.table.openedDiscussions"
    case openedEntriesTable = "report.table.openedEntries"
    case openedLanguagesTable = "report.table.openedLanguages"
    case openedMonthsTable = "report.table.openedMonths"

    // Heads of columns
    case measure = "report.column.measure"
    case value = "report.column.value"
    case member = "report.column.member"
    case region = "report.column.region"
    case room = "report.column.room"
    case language = "report.column.language"
    case category = "report.column.category"
    case kind = "report.column.kind"
    case month = "report.column.month"
    case discussion = "report.column.discussion"
    case discussionTitle = "report.column.title"
    case entry = "report.column.entry"
    case page = "report.column.page"
    case questionNumber = "report.column.number"
    case question = "report.column.question"
    case moderator = "report.column.moderator"
    case contributions = "report.column.contributions"
    case participants = "report.column.participants"
    case unnamed = "report.column.unnamed"
    case members = "report.column.members"
    case proposals = "report.column.proposals"
    case entries = "report.column.entries"
    case translations = "report.column.translations"
    case lastHeard = "report.column.lastHeard"
    case opened = "report.column.opened"
    case opens = "report.column.opens"
    case closes = "report.column.closes"
    case share = "report.column.share"
    case perYear = "report.column.perYear"
    case cost = "report.column.cost"
    case costShare = "report.column.costShare"
    case each = "report.column.each"
    case summary = "report.column.summary"
    case outcome = "report.column.outcome"
    case decided = "report.column.decided"
    case median = "report.column.median"
    case longest = "report.column.longest"
    case waiting = "report.column.waiting"
    case received = "report.column.received"
    case approved = "report.column.approved"
    case returned = "report.column.returned"
    case rejected = "report.column.rejected"
    case decisions = "report.column.decisions"
    case openings = "report.column.openings"
    case texts = "report.column.texts"
    case discussions = "report.column.discussions"

    // Rows
    case rowStaff = "report.row.staff"
    case rowGuests = "report.row.guests"
    case rowUnstated = "report.row.unstated"
    case rowNoRoom = "report.row.noRoom"
    case rowByParticipants = "report.row.byParticipants"
    case rowByGuests = "report.row.byGuests"
    case rowByStaff = "report.row.byStaff"
    case rowNotes = "report.row.notes"
    case rowOpened = "report.row.opened"
    case rowWithOutcome = "report.row.withOutcome"
    case rowWithSummary = "report.row.withSummary"
    case rowWithNothing = "report.row.withNothing"
    case rowStillOpen = "report.row.stillOpen"
    case rowHome = "report.row.home"
    case rowDiscussions = "report.row.discussions"
    case rowEntries = "report.row.entries"
    case rowOther = "report.row.other"
    case rowContribution = "report.row.contribution"
    case rowTopic = "report.row.topic"
    case rowInvitation = "report.row.invitation"
    case rowRemoval = "report.row.removal"

    // What the summary counts
    case membersHeard = "report.measure.membersHeard"
    case membersAll = "report.measure.membersAll"
    case membersNever = "report.measure.membersNever"
    case discussionsOpen = "report.measure.discussionsOpen"
    case unanswered = "report.measure.unanswered"
    case libraryNew = "report.measure.libraryNew"
    case libraryAll = "report.measure.libraryAll"
    case withdrawn = "report.measure.withdrawn"
    case robots = "report.measure.robots"
    case unreadable = "report.measure.unreadable"

    // What the numbers mean
    case noteContribution = "report.note.contribution"
    case noteParticipant = "report.note.participant"
    case noteUnnamed = "report.note.unnamed"
    case noteNotes = "report.note.notes"
    case noteMember = "report.note.member"
    case noteMemberPage = "report.note.memberPage"
    case noteSilent = "report.note.silent"
    case noteSilentPage = "report.note.silentPage"
    case noteRegion = "report.note.region"
    case noteRegionPage = "report.note.regionPage"
    case noteCategory = "report.note.category"
    case noteLanguage = "report.note.language"
    case noteTranslation = "report.note.translation"
    case noteCost = "report.note.cost"
    case noteDiscussion = "report.note.discussion"
    case noteQuestion = "report.note.question"
    case noteOutcome = "report.note.outcome"
    case noteEntry = "report.note.entry"
    case noteWithdrawn = "report.note.withdrawn"
    case noteTime = "report.note.time"
    case noteWaiting = "report.note.waiting"
    case noteReceived = "report.note.received"
    case noteOpening = "report.note.opening"

    // The note half way through a discussion
    case halfTitle = "report.half.title"
    case halfPassed = "report.half.passed"
    case halfLeft = "report.half.left"
    case halfLastDay = "report.half.lastDay"
    case halfNoEnd = "report.half.noEnd"
    case halfClosed = "report.half.closed"
    case halfNotOpen = "report.half.notOpen"
    case halfContributions = "report.half.contributions"
    case halfNone = "report.half.none"
    case halfParticipants = "report.half.participants"
    case halfMembers = "report.half.members"
    case halfQuestions = "report.half.questions"
    case halfQuestion = "report.half.question"
    case halfSilent = "report.half.silent"
    case halfUnassigned = "report.half.unassigned"
    case halfRegions = "report.half.regions"
    case halfSilentRegions = "report.half.silentRegions"
    case halfLanguages = "report.half.languages"
    case halfWaiting = "report.half.waiting"
    case halfInvitation = "report.half.invitation"
}

extension ReportString {
    /// The values that Swift hands in, which the string may name in braces.
    package var placeholders: Set<String> {
        switch self {
        case .period, .months: ["from", "to"]
        case .counted, .halfLastDay, .halfClosed, .halfNotOpen: ["date"]
        case .chart: ["title"]
        case .perYear, .cost, .each: ["currency"]
        case .halfTitle: ["discussion", "date"]
        case .halfQuestion: ["number", "question", "count"]
        case .halfSilentRegions: ["regions"]
        default: isPlural ? ["count"] : []
        }
    }

    /// Whether the string has a form for each plural of its language.
    package var isPlural: Bool { Self.plurals.contains(self) }

    private static let plurals: Set<ReportString> = [
        .days, .hours, .largest, .halfPassed, .halfLeft, .halfContributions, .halfParticipants, .halfMembers, .halfUnassigned,
        .halfWaiting,
    ]
}
