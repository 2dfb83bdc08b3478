/// What a reader gets of a page: its text in lines, indented as lists, articles and foreign passages nest, with the levels of
/// headings, languages and directions, where links lead, and the classes that make a notice. Markup and styling are left out.
///
///     # After the course
///     - article.note #c0003
///       ### Forum secretariat
///       {fr ltr}
///         See [the summary](en/2026-001/#summary).
struct Outline {
    struct Line: Equatable {
        let depth: Int
        let text: String
    }

    private(set) var lines: [Line] = []
    private var text = ""
    /// What the next line begins with: bullet, level, language, notice.
    private var lead = ""
    private var depth = 0
    /// How deep the line under way stands.
    private var lineDepth = 0
    private var open: [Element] = []
    /// How many open elements are left out with all that is in them.
    private var leftOut = 0
    private let without: Set<String>

    private struct Element {
        let name: String
        let nests: Bool
        let breaks: Bool
        /// What closes the element within its line.
        let end: String
        let isLeftOut: Bool
    }

    private static let headings = ["h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "]
    private static let blocks: Set<String> = Set(headings.keys).union([
        "address", "article", "aside", "blockquote", "button", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
        "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tr",
        "ul",
    ])
    private static let nesting: Set<String> = ["article", "blockquote", "li", "nav"]
    private static let leads = headings.merging(["li": "- ", "dt": "? ", "dd": "= ", "blockquote": "> ", "tr": "| ", "hr": "---"]) { $1 }
    private static let void: Set<String> = ["br", "hr", "img", "input"]
    private static let telling = ["notice", "note", "withdrawn", "outdated", "translation", "original", "left-out", "elsewhere"]

    /// - Parameters:
    ///   - title: the document's, where it has one.
    ///   - without: classes of what is left out with all that is in it.
    init(title: String? = nil, _ html: String, without: Set<String> = []) {
        self.without = without
        if let title { lines.append(Line(depth: 0, text: "title: \(title)")) }
        var previous: HTMLToken?
        for token in HTMLToken.all(in: html) {
            switch token {
            case .text(let piece): add(piece)
            case .start(let name, let attributes): start(name, attributes, afterEnd: previous?.isEnd ?? false)
            case .end(let name): end(name)
            }
            previous = token
        }
        finishLine()
    }

    /// The lines as they are recorded.
    var description: String { lines.map { String(repeating: "  ", count: $0.depth) + $0.text + "\n" }.joined() }

    private mutating func add(_ piece: String) {
        guard leftOut == 0 else { return }
        for character in piece {
            if !character.isWhitespace { text.append(character) } else if !text.isEmpty, text.last != " " { text.append(" ") }
        }
    }

    private mutating func finishLine() {
        let shown = text.drop { $0 == " " }
        let line = lead + shown
        text = ""
        lead = ""
        let trimmed = line.reversed().drop { $0 == " " }.reversed()
        if !trimmed.isEmpty { lines.append(Line(depth: lineDepth, text: String(trimmed))) }
        lineDepth = depth
    }

    private mutating func start(_ name: String, _ attributes: [String: String], afterEnd: Bool) {
        let classes = Set((attributes["class"] ?? "").split(separator: " ").map(String.init))
        let isLeftOut = !classes.isDisjoint(with: without)
        if isLeftOut { leftOut += 1 }
        let breaks = Self.blocks.contains(name)
        let marks = Self.telling.filter(classes.contains).map { "." + $0 }.joined()
        let direction = attributes["dir"].map { $0 == "auto" ? "" : " " + $0 } ?? ""
        let language = attributes["lang"].map { $0 + direction } ?? ""
        var element = Element(name: name, nests: false, breaks: breaks, end: "", isLeftOut: isLeftOut)
        if leftOut == 0 {
            if breaks {
                let isItem = startBlock(name, marks, language, attributes["id"])
                let nests = !language.isEmpty || Self.nesting.contains(name) && !(isItem && name == "article")
                element = Element(name: name, nests: nests, breaks: true, end: "", isLeftOut: false)
                if nests { depth += 1 }
                if name == "article" || name == "nav" || (!language.isEmpty && name != "li") { finishLine() }
            } else {
                element = Element(
                    name: name, nests: false, breaks: false, end: startInline(name, marks, language, attributes, afterEnd: afterEnd),
                    isLeftOut: false)
            }
        }
        if !Self.void.contains(name) { open.append(element) } else if breaks { finishLine() }
    }

    /// - Returns: whether it begins an item of a list, with which it then shares a line.
    private mutating func startBlock(_ name: String, _ marks: String, _ language: String, _ id: String?) -> Bool {
        let isItem = lead.hasPrefix("- ") && text.isEmpty
        if !isItem { finishLine() }
        lead += Self.leads[name] ?? ""
        if name == "article" || name == "nav" { lead += name }
        if !marks.isEmpty { lead += marks + " " }
        if let id, name != "main" { lead += (lead.isEmpty || lead.last == " " ? "" : " ") + "#\(id) " }
        if !language.isEmpty { lead += "{\(language)} " }
        return isItem
    }

    /// - Returns: what closes the element.
    private mutating func startInline(
        _ name: String, _ marks: String, _ language: String, _ attributes: [String: String], afterEnd: Bool
    ) -> String {
        let joins = !text.isEmpty && text.last != " "
        if name == "span", afterEnd, joins { text += " · " }
        switch name {
        case "br": add(" / ")
        case "td", "th": if !text.isEmpty { text += joins ? " | " : "| " }
        case "img": text += "![\(attributes["alt"] ?? "")](\(Self.target(attributes["src"] ?? "")))"
        case "input": text += attributes["checked"] == nil ? "[ ]" : "[x]"
        default: break
        }
        var end = ""
        if name == "a" {
            text += "["
            let current = attributes["aria-current"] == nil ? "" : ", current"
            end = "](\(Self.target(attributes["href"] ?? "nowhere"))\(current))"
        }
        if !marks.isEmpty || !language.isEmpty {
            text += "{" + [marks, language].filter { !$0.isEmpty }.joined(separator: " ") + ": "
            end = "}" + end
        }
        return end
    }

    private mutating func end(_ name: String) {
        guard let element = open.popLast() else { return }
        if leftOut == 0 {
            text += element.end
            if element.breaks { finishLine() }
            if element.nests { depth -= 1 }
            if element.breaks { lineDepth = depth }
        }
        if element.isLeftOut { leftOut -= 1 }
    }

    /// An address from the site's root.
    private static func target(_ address: String) -> String {
        var address = address[...]
        while address.hasPrefix("../") { address = address.dropFirst(3) }
        return String(address)
    }
}
