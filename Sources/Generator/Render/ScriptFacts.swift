import FoundationEssentials

/// What a page's script must know of the forum, as text.
enum ScriptFacts {
    /// JSON whose keys are sorted, so that the same facts give the same bytes.
    static func json(_ facts: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(facts), as: UTF8.self)
        } catch {
            preconditionFailure("strings and numbers can be written as JSON")  // neither is a number that JSON lacks
        }
    }
}
