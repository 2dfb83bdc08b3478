/// A strict reader of the HTML that the renderer may write: a fixed set of elements and attributes, every attribute quoted,
/// every element closed, every address of an allowed scheme, no id twice. Written from the rules, not from the renderer.
struct AllowedHTML {
    private static let elements: [String: Set<String>] = [
        "p": [], "h1": ["id"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"],
        "blockquote": [], "ul": [], "ol": ["start"], "li": ["id"], "pre": [], "code": ["class"], "hr": [], "br": [],
        "table": [], "thead": [], "tbody": [], "tr": [], "th": ["class"], "td": ["class"],
        "em": [], "strong": [], "del": [], "sup": ["class", "id"], "section": ["class", "role"],
        "a": ["href", "title", "rel", "class", "id", "role"], "img": ["src", "alt", "title"],
        "input": ["type", "checked", "disabled"],
    ]
    private static let void: Set<String> = ["hr", "br", "img", "input"]

    private let html: [Character]
    private var position = 0
    private var open: [String] = []
    private var ids: Set<String> = []

    /// What is wrong with the HTML; nil when nothing is.
    static func fault(in html: String) -> String? {
        var reader = AllowedHTML(html: html.unicodeScalars.map(Character.init))
        while reader.position < reader.html.count {
            if let fault = reader.next() { return "\(fault) before offset \(reader.position)" }
        }
        return reader.open.isEmpty ? nil : "not closed: \(reader.open.suffix(5))"
    }

    private init(html: [Character]) {
        self.html = html
    }

    private mutating func next() -> String? {
        let character = html[position]
        position += 1
        switch character {
        case ">", "\"": return "a bare \(character)"
        case "&": return entity() ? nil : "a bare &"
        case "<": return tag()
        default: return nil
        }
    }

    private mutating func entity() -> Bool {
        for name in ["amp;", "lt;", "gt;", "quot;", "#x27;"] where take(name) { return true }
        return false
    }

    private mutating func tag() -> String? {
        if take("!-- raw HTML omitted -->") { return nil }
        if take("/") {
            let name = word()
            guard take(">") else { return "a closing tag that does not end" }
            guard open.last == name else { return "</\(name)> inside <\(open.last ?? "")>" }
            open.removeLast()
            return nil
        }
        let name = word()
        guard let allowed = Self.elements[name] else { return "the element <\(name)>" }
        var seen: Set<String> = []
        while take(" ") {
            if take("/>") { return Self.void.contains(name) ? nil : "<\(name) />" }
            let attribute = word()
            guard allowed.contains(attribute), seen.insert(attribute).inserted else { return "the attribute \(attribute) of <\(name)>" }
            guard take("=\"") else { return "an attribute without a value" }
            if let fault = value(attribute) { return fault }
        }
        guard take(">"), !Self.void.contains(name) else { return "a tag <\(name) that does not end" }
        open.append(name)
        return nil
    }

    private mutating func value(_ attribute: String) -> String? {
        var text = ""
        while position < html.count, html[position] != "\"" {
            let character = html[position]
            position += 1
            if character == "<" || character == ">" { return "a bare \(character) in an attribute" }
            if character == "&", !entity() { return "a bare & in an attribute" }
            text.append(character)
        }
        guard take("\"") else { return "an attribute that does not end" }
        switch attribute {
        case "href", "src":
            for scalar in text.unicodeScalars where scalar.value <= 0x20 || scalar.value >= 0x7F { return "an address with \(scalar)" }
            let head = text.prefix { !"/?#".contains($0) }
            if let colon = head.firstIndex(of: ":") {
                let scheme = head[..<colon].lowercased()
                let known = ["http", "https", "mailto", "tel"].contains(scheme)
                if !known, scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }) { return "the scheme \(scheme)" }
            }
        case "id": if !ids.insert(text).inserted { return "the id \(text) twice" }
        default: break
        }
        return nil
    }

    private mutating func word() -> String {
        var text = ""
        while position < html.count, html[position].isASCII, html[position].isLetter || html[position].isNumber {
            text.append(html[position])
            position += 1
        }
        return text
    }

    private mutating func take(_ literal: String) -> Bool {
        guard html[position...].starts(with: literal) else { return false }
        position += literal.count
        return true
    }
}
