/// What a relay answered, as `curl --verbose` tells it: lines that begin with `< `.
struct Conversation {
    /// What it said last, where that was a refusal.
    let refusal: String?
    /// Whether it had asked for the text and not refused it.
    let isOpen: Bool
    /// What curl said of the failure.
    let lastNote: String?

    init(_ notes: String) {
        let lines = notes.split(whereSeparator: \.isNewline)
        let answers = lines.filter { $0.hasPrefix("< ") }.map { $0.dropFirst(2) }
        // Its answer to the farewell that follows says nothing.
        let last = answers.last { $0.count >= 3 && $0.prefix(3).allSatisfy(\.isNumber) && !$0.hasPrefix("221") }
        let code = last.flatMap { Int($0.prefix(3)) } ?? 0
        refusal = code >= 400 ? last.map(String.init) : nil
        isOpen = code < 400 && answers.contains { $0.hasPrefix("354") }
        lastNote = lines.last { $0.hasPrefix("curl: ") }.map { String($0.dropFirst(6)) }
    }
}
