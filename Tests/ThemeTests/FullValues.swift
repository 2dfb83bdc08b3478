@testable import Theme

/// Fills a view's schema with texts that tell their place, such as `byline.member.url`, all groups, flags and lists present
/// but one: what it hides, and what shows only without it, is then seen as well.
struct FullValues {
    /// The path of the group, flag or list that is missing; nil for none.
    let without: String?

    func fields(_ schema: Schema, _ prefix: String = "") -> [Field] {
        schema.names.map { Field($0.name, value($0.kind, prefix + $0.name.description)) }
    }

    private func value(_ kind: Schema.Kind, _ path: String) -> Value {
        switch kind {
        case .text: .text(Self.mark(path))
        case .html: .html(Array(Self.mark(path).utf8))
        case .flag: .flag(path != without)
        case .group(let schema): .group(path == without ? nil : fields(schema, path + "."))
        case .list(let schema): .list(path == without ? [] : [fields(schema, path + ".")])
        }
    }

    /// What stands on a page where the text at `path` is shown; no such text holds another.
    static func mark(_ path: String) -> String { "«\(path)»" }

    /// The paths of all texts of a schema, and of all that can be missing.
    static func paths(_ schema: Schema, _ prefix: String = "") -> (texts: [String], optional: [String]) {
        var paths: (texts: [String], optional: [String]) = ([], [])
        for (name, kind) in schema.names {
            let path = prefix + name.description
            switch kind {
            case .text, .html: paths.texts.append(path)
            case .flag: paths.optional.append(path)
            case .group(let schema), .list(let schema):
                let inner = Self.paths(schema, path + ".")
                paths.texts += inner.texts
                paths.optional += [path] + inner.optional
            }
        }
        return paths
    }
}
