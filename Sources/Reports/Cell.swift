import Model

/// One value of a table: for people, and for programs.
struct Cell: Sendable {
    let value: Value
    /// In the report's language.
    let shown: String
    /// The language that `shown` is in, where it is not the report's.
    let foreign: Language?

    init(_ value: Value, shown: String, foreign: Language? = nil) {
        self.value = value
        self.shown = shown
        self.foreign = foreign
    }

    /// The value itself, which no language changes.
    enum Value: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// Thousandths of a whole.
        case permille(Int)
        case flag(Bool)
        case nothing

        /// As programs write it, whatever the language; empty for nothing.
        var key: String {
            switch self {
            case .text(let text): text
            case .number(let number), .permille(let number): String(number)
            case .flag(let flag): flag ? "true" : "false"
            case .nothing: ""
            }
        }
    }

    /// Nothing to say.
    static let nothing = Cell(.nothing, shown: "–")
}
