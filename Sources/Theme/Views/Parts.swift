/// A link as pages show it, with the language of its title where that is not the page's.
package struct TitledLink: Sendable {
    /// Nil where the reader may know the title, but not follow it: guests of a discussion stay in it.
    package let url: String?
    package let title: String
    package let foreign: Foreign?
    /// Whether it leads to the page it stands on.
    package let current: Bool

    package init(url: String?, title: String, foreign: Foreign? = nil, current: Bool = false) {
        self.url = url
        self.title = title
        self.foreign = foreign
        self.current = current
    }

    static let schema = Schema([
        ("url", .text), ("linked", .flag), ("title", .text), ("foreign", .group(Foreign.schema)), ("current", .flag),
    ])

    var fields: [Field] {
        [
            Field("url", .text(url ?? "")), Field("linked", .flag(url != nil)), Field("title", .text(title)),
            Field("foreign", .group(foreign?.fields)), Field("current", .flag(current)),
        ]
    }
}

/// What marks words that are not in the page's language.
package struct Foreign: Sendable, Hashable {
    /// The language's code.
    package let code: String
    /// `ltr` or `rtl`.
    package let direction: String
    /// The language's name in the page's language.
    package let name: String

    package init(code: String, direction: String, name: String) {
        self.code = code
        self.direction = direction
        self.name = name
    }

    static let schema = Schema([("lang", .text), ("dir", .text), ("language", .text)])

    var fields: [Field] {
        [Field("lang", .text(code)), Field("dir", .text(direction)), Field("language", .text(name))]
    }
}

/// A date for people and for machines.
package struct ShownDate: Sendable {
    /// ISO 8601.
    package let machine: String
    package let shown: String

    package init(machine: String, shown: String) {
        self.machine = machine
        self.shown = shown
    }

    static let schema = Schema([("machine", .text), ("shown", .text)])

    var fields: [Field] { [Field("machine", .text(machine)), Field("shown", .text(shown))] }
}

/// How far a discussion is, as the build knew it; the page's script works it out anew from `spans`.
package struct StatusMark: Sendable {
    /// `announced`, `open` or `closed`.
    package let state: String
    /// The sentence for each state: "open until 18 December 2026".
    package let label: String
    /// For the script, while the status may still change: JSON `[{"from": seconds, "until": seconds or null, "open": label, "closed": label, "announced": label}]`.
    package let spans: String?

    package init(state: String, label: String, spans: String?) {
        self.state = state
        self.label = label
        self.spans = spans
    }

    static let schema = Schema([("state", .text), ("label", .text), ("spans", .group(Schema.optional))])

    var fields: [Field] { [Field("state", .text(state)), Field("label", .text(label)), Field("spans", .optional(spans))] }
}
