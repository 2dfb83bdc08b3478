/// Contributions, and how many wrote them.
package struct Tally: Sendable, Hashable {
    /// Without translations and moderators' notes.
    package private(set) var contributions = 0
    /// Contributions among these that name no author.
    package private(set) var unnamed = 0
    private var people: Set<Person> = []
    private var states: Set<String> = []

    package init() {}

    /// Those who are named, each once.
    package var participants: Int { people.count }

    /// The members among whose participants somebody wrote.
    package var members: Int { states.count }

    mutating func count(_ voice: Voice) {
        contributions += 1
        if let person = voice.person { people.insert(person) } else { unnamed += 1 }
        if case .of(let member) = voice.origin { states.insert(member) }
    }

    mutating func add(_ other: Tally) {
        contributions += other.contributions
        unnamed += other.unnamed
        people.formUnion(other.people)
        states.formUnion(other.states)
    }

    init(_ voices: some Sequence<Voice>) {
        for voice in voices { count(voice) }
    }
}
