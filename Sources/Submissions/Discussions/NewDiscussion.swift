package import Model

/// What a moderator says of a discussion that is to be opened.
package struct NewDiscussion: Sendable {
    /// A room's identifier.
    package var room: String
    /// Identifiers.
    package var categories: [String]
    /// The opening note, with its title and its questions.
    package var note: Manuscript
    /// The note's; nil for the room's first.
    package var language: Language?
    /// Nil for today.
    package var opens: Moment?
    package var closes: Moment?
    /// The member's code who proposed it.
    package var proposedBy: String?
    package var guests: Bool
    /// Identifiers of discussions of the same topic in other rooms.
    package var parallel: [String]
    /// Whether it is named before it opens.
    package var announced: Bool
    package var enclosures: [Enclosure]
    /// Whether a day long past, on which it would be open at once, is meant.
    package var isPastMeant: Bool

    package init(
        room: String, categories: [String], note: Manuscript, language: Language? = nil, opens: Moment? = nil, closes: Moment? = nil,
        proposedBy: String? = nil, guests: Bool = false, parallel: [String] = [], announced: Bool = true, enclosures: [Enclosure] = [],
        isPastMeant: Bool = false
    ) {
        self.room = room
        self.categories = categories
        self.note = note
        self.language = language
        self.opens = opens
        self.closes = closes
        self.proposedBy = proposedBy
        self.guests = guests
        self.parallel = parallel
        self.announced = announced
        self.enclosures = enclosures
        self.isPastMeant = isPastMeant
    }
}
