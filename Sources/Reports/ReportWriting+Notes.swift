import Statistics
import Theme

/// What each number means.
extension ReportWriting {
    var notes: [Report.Note] {
        let isLogged = if case .office(.some) = scope { true } else { false }
        let all: [(String, ReportString, ReportString, Bool)] = [
            ("contributions", .contributions, .noteContribution, true), ("participants", .participants, .noteParticipant, true),
            ("unnamed", .unnamed, .noteUnnamed, true), ("notes", .rowNotes, .noteNotes, true),
            ("members", .member, isPage ? .noteMemberPage : .noteMember, true),
            ("silent", .membersHeard, isPage ? .noteSilentPage : .noteSilent, true),
            ("regions", .region, isPage ? .noteRegionPage : .noteRegion, true),
            ("categories", .category, .noteCategory, true), ("languages", .language, .noteLanguage, true),
            ("translations", .translations, .noteTranslation, true), ("costs", .costsTable, .noteCost, usage.currency != nil),
            ("discussions", .discussions, .noteDiscussion, true), ("questions", .questionsTable, .noteQuestion, true),
            ("outcomes", .outcomesTable, .noteOutcome, true), ("entries", .entries, .noteEntry, true),
            ("withdrawn", .withdrawn, .noteWithdrawn, true), ("times", .timesTable, .noteTime, usage.office != nil),
            ("waiting", .waiting, .noteWaiting, usage.office != nil),
            ("received", .receivedTable, .noteReceived, usage.office != nil && !isPage),
            ("openings", .openings, .noteOpening, isLogged),
        ]
        return all.filter(\.3).map { key, term, text, _ in Report.Note(key: key, term: names.text(term), text: names.text(text)) }
    }
}
