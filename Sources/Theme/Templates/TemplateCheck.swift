import Diagnostics

/// Checks a template against its view: every name is declared, and used for what it is.
///
/// A name means the innermost declaration around it. A partial is checked at each place that uses it, with the names
/// that can be seen there.
struct TemplateCheck {
    private(set) var findings: [Finding] = []
    /// The strings that the template uses, each with the first place of its use.
    private(set) var strings: [String: Location] = [:]
    private let partials: [String: TemplateFile]
    private var scopes: [Schema]

    init(_ file: TemplateFile, schema: Schema, partials: [String: TemplateFile]) {
        self.partials = partials
        scopes = [schema]
        walk(file, within: [])
    }

    /// - Parameter outer: the partials that are being walked, so that one that holds itself is found out.
    private mutating func walk(_ file: TemplateFile, within outer: [String]) {
        var open: [(name: String, token: TemplateToken, scoped: Bool)] = []
        for token in file.tokens {
            switch token.kind {
            case .literal, .comment: break
            case .text(let name): write(name, token, file, asText: true)
            case .html(let name): write(name, token, file, asText: false)
            case .string(let key): if strings[key] == nil { strings[key] = file.location(token) }
            case .open(let name), .inverted(let name):
                let inner = section(name, token, file, inverted: token.kind == .inverted(name))
                if let inner { scopes.append(inner) }
                open.append((name, token, inner != nil))
            case .close(let name): close(name, token, file, &open)
            case .partial(let name): partial(name, token, file, outer)
            }
        }
        for left in open.reversed() {
            refuse(.templateSyntax, "the section \"\(left.name)\" has no end", left.token, file, hint: "close it with {{/\(left.name)}}")
            if left.scoped { scopes.removeLast() }
        }
    }

    private mutating func write(_ name: String, _ token: TemplateToken, _ file: TemplateFile, asText: Bool) {
        switch kind(of: name, token, file) {
        case .text where !asText:
            refuse(.templateSyntax, "\"\(name)\" is text, which must be escaped", token, file, hint: "write {{\(name)}}")
        case .html where asText:
            refuse(.templateSyntax, "\"\(name)\" is HTML, which would be escaped here", token, file, hint: "write {{{\(name)}}}")
        case .flag, .group, .list:
            refuse(.templateSyntax, "\"\(name)\" is no text", token, file, hint: "open a section: {{#\(name)}}…{{/\(name)}}")
        case .text, .html, nil: break
        }
    }

    /// The names that can be seen inside the section besides those outside; nil where there are no more.
    private mutating func section(_ name: String, _ token: TemplateToken, _ file: TemplateFile, inverted: Bool) -> Schema? {
        switch kind(of: name, token, file) {
        case .group(let schema), .list(let schema): return inverted ? nil : schema
        case .text, .html:
            refuse(.templateSyntax, "\"\(name)\" is no section", token, file, hint: "write its value: {{\(name)}}")
        case .flag, nil: break
        }
        return nil
    }

    private mutating func close(
        _ name: String, _ token: TemplateToken, _ file: TemplateFile, _ open: inout [(name: String, token: TemplateToken, scoped: Bool)]
    ) {
        guard let last = open.last else {
            refuse(.templateSyntax, "there is no section \"\(name)\" to close", token, file, hint: "remove this tag")
            return
        }
        if last.name != name {
            refuse(
                .templateSyntax, "the open section here is \"\(last.name)\", not \"\(name)\"", token, file, hint: "write {{/\(last.name)}}")
        }
        if last.scoped { scopes.removeLast() }
        open.removeLast()
    }

    private mutating func partial(_ name: String, _ token: TemplateToken, _ file: TemplateFile, _ outer: [String]) {
        guard let partial = partials[name] else {
            let hint = Suggestion.hint(for: name, among: partials.keys.sorted())
            refuse(
                .templateMissing, "there is no partial \"\(name)\"", token, file, hint: hint ?? "make templates/partials/\(name).mustache")
            return
        }
        if outer.contains(name) {
            refuse(.templateSyntax, "the partial \"\(name)\" holds itself", token, file, hint: "remove this tag")
        } else {
            walk(partial, within: outer + [name])
        }
    }

    private mutating func kind(of name: String, _ token: TemplateToken, _ file: TemplateFile) -> Schema.Kind? {
        for scope in scopes.reversed() {
            if let found = scope.kind(of: name) { return found }
        }
        let known = Set(scopes.flatMap(\.allNames))
        refuse(
            .templateUnknownName, "there is no value \"\(name)\" here", token, file, hint: Suggestion.hint(for: name, among: known.sorted())
        )
        return nil
    }

    private mutating func refuse(_ kind: FindingKind, _ message: String, _ token: TemplateToken, _ file: TemplateFile, hint: String?) {
        findings.append(Finding(kind, message, at: file.location(token), hint: hint))
    }
}

extension Schema {
    /// The kind of a declared name, or of the flag that comes with a list.
    fileprivate func kind(of name: String) -> Kind? {
        if let found = names.first(where: { $0.name.description == name }) { return found.kind }
        for case (let list, .list) in names where "any-\(list)" == name { return .flag }
        return nil
    }

    fileprivate var allNames: [String] {
        names.flatMap { name, kind in
            if case .list = kind { ["\(name)", "any-\(name)"] } else { ["\(name)"] }
        }
    }
}
