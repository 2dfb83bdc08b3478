/// A piece of HTML as our own pages are written: every value in double quotation marks, every element closed.
enum HTMLToken {
    case text(String)
    case start(String, [String: String])
    case end(String)

    var isEnd: Bool { if case .end = self { true } else { false } }

    static func all(in html: String) -> [HTMLToken] {
        var tokens: [HTMLToken] = []
        var rest = html[...]
        while let first = rest.first {
            guard first == "<", let end = end(of: rest) else {
                let text = rest.prefix(1) + rest.dropFirst().prefix { $0 != "<" }
                tokens.append(.text(plain(text)))
                rest = rest.dropFirst(text.count)
                continue
            }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            tokens.append(tag.first == "/" ? .end(String(tag.dropFirst())) : start(tag))
            rest = rest[rest.index(after: end)...]
        }
        return tokens
    }

    /// The `>` that ends a tag, which may hold others in its values.
    private static func end(of tag: Substring) -> String.Index? {
        var isQuoted = false
        return tag.indices.first { index in
            if tag[index] == "\"" { isQuoted.toggle() }
            return tag[index] == ">" && !isQuoted
        }
    }

    private static func start(_ tag: Substring) -> HTMLToken {
        let name = tag.prefix { !$0.isWhitespace }
        var attributes: [String: String] = [:]
        for match in tag.dropFirst(name.count).matches(of: /([^\s="]+)(?:="([^"]*)")?/) {
            attributes[String(match.1)] = plain(match.2 ?? "")
        }
        return .start(String(name), attributes)
    }

    private static func plain(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
