/// Every view there is: a theme has a template for each, and for nothing else.
enum ViewCatalogue {
    static let views: [any View.Type] = [
        Frame.self, HomeView.self, RoomsView.self, DirectoryView.self, CalendarView.self, ListingView.self, DiscussionCard.self,
        EntryCard.self, ContributionCard.self, DiscussionView.self, ContributionView.self, AnswersView.self, AroundView.self,
        EntryView.self,
        PageView.self, ShellView.self, PlainView.self, PreviewView.self,
        FrontView.self, NotFoundView.self, LetterView.self, FormView.self, FormFileView.self, ReportView.self, StatisticsView.self,
        DigestView.self, CompendiumView.self, CompendiumEntryView.self, SearchView.self, BookPageView.self, BookFrontView.self,
        BookContentsView.self, CopyView.self,
    ]

    /// Templates of mails, which have no policy of a page's and no style sheet: what a mail program shows of a style stands at each element.
    static let mails: Set<String> = [DigestView.template]
}
