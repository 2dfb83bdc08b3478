/// A State that takes part.
package struct Member: Sendable, Hashable {
    /// ISO 3166-1 alpha-2, upper case.
    package let code: String
    /// Given only where the usual name is not meant, as for sample States.
    package let name: Titles?

    package init(code: String, name: Titles? = nil) {
        self.code = code
        self.name = name
    }
}

/// Which States take part.
package enum Members: Sendable, Hashable {
    /// Every State that the theme's table of States names.
    case all
    case some([Member])

    /// Those that forum.yaml lists; nil with `all`.
    package var listed: [Member]? { if case .some(let list) = self { list } else { nil } }

    /// The member with that code as forum.yaml lists it; with `all`, any code of two capital letters.
    package func member(_ code: String) -> Member? {
        switch self {
        case .all:
            code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= 65 && $0 <= 90 } ? Member(code: code) : nil
        case .some(let list): list.first { $0.code == code }
        }
    }
}
