/// The forum's settings: what `content/forum.yaml` says.
package struct Forum: Sendable, Hashable {
    package let title: Titles
    /// One or two sentences for the home.
    package let description: Titles?
    /// The address under which `site/` is served, ending in `/`.
    package let baseURL: String
    /// In the order of the language bar; never empty.
    package let languages: [Language]
    /// What is shown where the reader's own language is missing.
    package let defaultLanguage: Language
    /// An identifier that `ForumCalendar` knows.
    package let timeZone: String
    /// Of the terms of use that participants accept.
    package let termsVersion: Int
    /// Which States take part.
    package let members: Members
    /// In the order in which they are listed.
    package let categories: [Category]
    /// In the order in which they are listed.
    package let rooms: [Room]
    /// Moderators who decide in all rooms, by their names.
    package let lead: [String]
    /// A mail address.
    package let contact: String?
    /// A mail address.
    package let submissionsAddress: String?
    /// What keeps the forum closed.
    package let gate: Gate
    /// Whether the forum has a host name of its own.
    package let ownOrigin: Bool
    /// What may be attached.
    package let attachments: AttachmentRules
    /// Ready reasons for returning or rejecting a submission.
    package let reasons: [Reason]
    /// Whether mails quote what was written.
    package let excerptsInMail: Bool
    /// Yearly cost of a language, in whole units of the currency.
    package let costs: Costs?
    /// Whether there is a page of statistics.
    package let statisticsPage: Bool

    package init(
        title: Titles, description: Titles? = nil, baseURL: String, languages: [Language], defaultLanguage: Language,
        timeZone: String = "Europe/Zurich", termsVersion: Int = 1, members: Members, categories: [Category], rooms: [Room],
        lead: [String] = [], contact: String? = nil, submissionsAddress: String? = nil, gate: Gate = .sealed, ownOrigin: Bool = false,
        attachments: AttachmentRules = .standard, reasons: [Reason] = [], excerptsInMail: Bool = false, costs: Costs? = nil,
        statisticsPage: Bool = false
    ) {
        self.title = title
        self.description = description
        self.baseURL = baseURL
        self.languages = languages
        self.defaultLanguage = defaultLanguage
        self.timeZone = timeZone
        self.termsVersion = termsVersion
        self.members = members
        self.categories = categories
        self.rooms = rooms
        self.lead = lead
        self.contact = contact
        self.submissionsAddress = submissionsAddress
        self.gate = gate
        self.ownOrigin = ownOrigin
        self.attachments = attachments
        self.reasons = reasons
        self.excerptsInMail = excerptsInMail
        self.costs = costs
        self.statisticsPage = statisticsPage
    }

    /// Who keeps strangers out: the pages themselves, or the host.
    package enum Gate: String, Sendable, CaseIterable {
        case sealed, server
    }

    /// A ready reason, by its identifier.
    package struct Reason: Sendable, Hashable {
        /// Lower-case ASCII letters, digits and hyphens.
        package let id: String
        package let title: Titles

        package init(id: String, title: Titles) {
            self.id = id
            self.title = title
        }
    }

    /// What a language costs a year.
    package struct Costs: Sendable, Hashable {
        /// ISO 4217, as in `CHF`.
        package let currency: String
        /// What moderating a language costs a year, in Swiss francs.
        package let perLanguage: [Language: Int]

        package init(currency: String, perLanguage: [Language: Int]) {
            self.currency = currency
            self.perLanguage = perLanguage
        }
    }
}

/// What may be attached to a text.
package struct AttachmentRules: Sendable, Hashable {
    /// File name endings without the dot, lower case.
    package let types: [String]
    /// Bytes.
    package let largest: Int

    package init(types: [String], largest: Int) {
        self.types = types
        self.largest = largest
    }

    /// What holds where forum.yaml says nothing: documents, tables, pictures; 25 MB, which is what most mail relays let through.
    package static let standard = AttachmentRules(
        types: ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "png", "jpg", "jpeg", "gif", "webp"],
        largest: 25_000_000)
}

/// A subject of discussions and library entries.
package struct Category: Sendable, Hashable {
    /// Lower-case ASCII letters, digits and hyphens.
    package let id: String
    package let title: Titles

    package init(id: String, title: Titles) {
        self.id = id
        self.title = title
    }
}
