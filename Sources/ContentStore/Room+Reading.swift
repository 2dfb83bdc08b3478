import Diagnostics
import Documents
import Model

extension Room {
    /// Reads one element of `rooms` in forum.yaml.
    init?(reading map: inout YAMLMap) {
        let id = map.slug("id")
        let title = map.titles("title", required: true)
        let languages = map.languages("languages")
        let moderators = map.notEmpty(map.texts("moderators", required: true), "moderators")
        let opening = map.opening()
        let categories = map.notEmpty(map.texts("categories"), "categories")
        guard let id, let title, let languages, let moderators, let opening else { return nil }
        self.init(id: id, title: title, languages: languages, moderators: moderators, opening: opening, categories: categories)
    }
}

extension YAMLMap {
    /// `always`, or a list of periods; always where the key is not there.
    fileprivate mutating func opening() -> Room.Opening? {
        guard let node = node("open") else { return .always }
        switch node.value {
        case .text("always", _): return .always
        case .list(let nodes):
            let periods = nodes.compactMap { node in map(node, "open") { Room.Period(reading: &$0) } }
            if nodes.isEmpty {
                report(.badValue, "\"open\" names no period", at: node.span, hint: "write always, or [{from: …, until: …}]")
            }
            return periods.count == nodes.count ? .periods(periods) : nil
        default:
            let hint = "write open: always, or open: [{from: 2026-11-23, until: 2026-12-18}]"
            report(.badValue, "\"open\" must be always or a list of periods", at: node.span, hint: hint)
            return nil
        }
    }
}

extension Room.Period {
    fileprivate init?(reading map: inout YAMLMap) {
        guard let from = map.day("from", required: true), let until = map.day("until", required: true) else { return nil }
        if until < from {
            map.report(.closesBeforeOpens, "this period ends before it begins", hint: "it begins on \(from), ends on \(until)")
        }
        self.init(from: from, until: until)
    }
}
