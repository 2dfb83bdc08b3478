import Diagnostics
import Documents
import Model

extension Forum {
    /// Reads forum.yaml; nil where something that must be there is not, with a finding for each.
    init?(reading map: inout YAMLMap) {
        let title = map.titles("title", required: true)
        let description = map.titles("description")
        let baseURL = map.baseURL()
        let languages = map.whole("languages", map.languages("languages"))
        let defaultLanguage = map.language("default-language", required: true)
        let timeZone = map.timeZone()
        let termsVersion = map.number("terms-version", in: 1...9_999) ?? 1
        let members = map.members()
        let categories = map.whole("categories", map.maps("categories", required: true) { Category(reading: &$0) })
        let rooms = map.whole("rooms", map.maps("rooms", required: true) { Room(reading: &$0) })
        let contact = map.mailAddress("contact")
        let submissionsAddress = map.mailAddress("submissions-address")
        let lead = map.texts("lead") ?? []
        let gate = map.gate()
        let ownOrigin = map.flag("own-origin") ?? false
        let attachments = map.map("attachments") { AttachmentRules(reading: &$0) } ?? .standard
        let reasons = map.maps("reasons") { Reason(reading: &$0) } ?? []
        let excerptsInMail = map.flag("excerpts-in-mail") ?? false
        let costs = map.map("costs") { Costs(reading: &$0) }
        let statisticsPage = map.flag("statistics-page") ?? false
        guard let title, let baseURL, let languages, let defaultLanguage, let members, let categories, let rooms else { return nil }
        self.init(
            title: title, description: description, baseURL: baseURL, languages: languages, defaultLanguage: defaultLanguage,
            timeZone: timeZone, termsVersion: termsVersion, members: members, categories: categories, rooms: rooms, lead: lead,
            contact: contact,
            submissionsAddress: submissionsAddress, gate: gate, ownOrigin: ownOrigin, attachments: attachments, reasons: reasons,
            excerptsInMail: excerptsInMail, costs: costs, statisticsPage: statisticsPage)
    }
}

extension YAMLMap {
    /// A list that is not empty and of which every element could be read; nil otherwise.
    fileprivate mutating func whole<T>(_ key: String, _ list: [T]?) -> [T]? {
        guard let list, !list.isEmpty, case .list(let nodes) = node(key)?.value else {
            if list != nil { report(.badValue, "\"\(key)\" must name at least one") }
            return nil
        }
        return list.count == nodes.count ? list : nil
    }

    fileprivate mutating func baseURL() -> String? {
        let hint = "write it like https://example.org/forum/, with / at the end"
        return parsed("base-url", required: true, as: "the address of a forum", else: .badValue, hint: hint) { text in
            guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }), text.hasSuffix("/") else { return nil }
            let rest = text.utf8.dropFirst(scheme.utf8.count)
            let plain = rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"'\\^`{|}?#@&%$*".utf8.contains($0) }
            let parts = text.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            // Servers read brackets as a pattern, and resolve dots before they compare: their settings would hold for no such path.
            let meansItself = parts.allSatisfy { $0 != "." && $0 != ".." && !$0.contains { "[]".contains($0) } }
            return plain && meansItself && rest.first != UInt8(ascii: "/") && !parts.dropLast().contains("") ? text : nil
        }
    }

    fileprivate mutating func timeZone() -> String {
        let hint = "use a name of the IANA time zone database, as in Europe/Zurich"
        let zone: String? = parsed("time-zone", as: "a time zone", else: .badValue, hint: hint) { text in
            let plain = text.utf8.allSatisfy {
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 48 && $0 <= 57) || "_+-/".utf8.contains($0)
            }
            return plain && text.utf8.count <= 64 && ForumCalendar(text) != nil ? text : nil
        }
        return zone ?? "Europe/Zurich"
    }

    fileprivate mutating func gate() -> Forum.Gate {
        choice("gate", of: Forum.Gate.self) ?? .sealed
    }

    fileprivate mutating func members() -> Members? {
        guard let node = node("members", required: true) else { return nil }
        if case .text("all", _) = node.value { return .all }
        guard case .list(let nodes) = node.value else {
            report(.wrongType, "\"members\" must be all or a list, and is \(node.kindName)", at: node.span, hint: "write members: [CH, FR]")
            return nil
        }
        let list = nodes.compactMap { node -> Member? in
            if case .map = node.value {
                return map(node, "members") { inner in
                    let name = inner.titles("name")
                    return inner.memberCode("code").map { Member(code: $0, name: name) }
                }
            }
            return memberCode(node).map { Member(code: $0) }
        }
        return whole("members", list).map { .some($0) }
    }

    private mutating func memberCode(_ key: String) -> String? {
        node(key, required: true).flatMap { memberCode($0) }
    }

    private mutating func memberCode(_ node: YAMLNode) -> String? {
        parsed(node, "members", as: "a member's code", else: .unknownMember, hint: "two capital letters of ISO 3166-1, as in CH") {
            $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 >= 65 && $0 <= 90 } ? $0 : nil
        }
    }
}

extension Category {
    fileprivate init?(reading map: inout YAMLMap) {
        let id = map.slug("id")
        let title = map.titles("title", required: true)
        guard let id, let title else { return nil }
        self.init(id: id, title: title)
    }
}

extension Forum.Reason {
    fileprivate init?(reading map: inout YAMLMap) {
        let id = map.slug("id")
        let title = map.titles("title", required: true)
        guard let id, let title else { return nil }
        self.init(id: id, title: title)
    }
}

extension Forum.Costs {
    fileprivate init?(reading map: inout YAMLMap) {
        let currency: String? = map.parsed(
            "currency", required: true, as: "a currency", else: .badValue, hint: "three capital letters of ISO 4217, as in CHF"
        ) { $0.utf8.count == 3 && $0.utf8.allSatisfy { $0 >= 65 && $0 <= 90 } ? $0 : nil }
        let perLanguage = map.map("per-language", required: true) { inner in
            var costs: [Language: Int] = [:]
            for entry in inner.everything() {
                guard let language = Language(validating: entry.key) else {
                    inner.report(.unknownLanguage, "\"\(entry.key)\" is not a language code", at: entry.keySpan)
                    continue
                }
                if let cost = inner.number(entry.value, entry.key, in: 0...1_000_000_000) { costs[language] = cost }
            }
            return costs
        }
        guard let currency, let perLanguage else { return nil }
        self.init(currency: currency, perLanguage: perLanguage)
    }
}

extension AttachmentRules {
    fileprivate init(reading map: inout YAMLMap) {
        let types: [String]? = map.parsedList("types", as: "a file type", else: .badValue, hint: "the ending without the dot, as in pdf") {
            let plain = $0.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 48 && $0 <= 57) }
            return plain && $0.utf8.count <= 10 ? $0 : nil
        }
        let largest = map.byteSize("largest")
        self.init(types: types ?? Self.standard.types, largest: largest ?? Self.standard.largest)
    }
}
