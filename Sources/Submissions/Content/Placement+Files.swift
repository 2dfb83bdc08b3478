import Diagnostics

/// The files that come with a text.
extension Placement {
    /// Where files come to lie in a folder of the content.
    struct Stored {
        /// For each its name as the author knows it, and its path from the folder: `files/plan.pdf`.
        let paths: [(name: String, path: String)]
        let changes: [Change]
    }

    /// - Parameter names: of the files that the folder has.
    static func store(_ files: [File], _ folder: String, taken names: [String]) -> Stored {
        var taken = Set(names.filter { $0.hasPrefix("files/") }.map { String($0.dropFirst(6)) })
        var paths: [(name: String, path: String)] = []
        var changes: [Change] = []
        for file in files {
            let name = StoredName.make(file.stored, endings: [], taken: taken)
            taken.insert(name)
            paths.append((file.name, "files/" + name))
            changes.append(.put(path: "\(folder)/files/\(name)", bytes: file.bytes, before: nil))
        }
        return Stored(paths: paths, changes: changes)
    }

    /// A text whose folder has no list of attachments: what it does not mention is linked below it.
    static func withFiles(_ body: [UInt8], _ stored: Stored) -> [UInt8] {
        var links = FileLinks(stored.paths)
        var text = links.rewrite(body)
        let rest = stored.paths.filter { !links.used.contains($0.path) }
        if !rest.isEmpty {
            let lines = rest.map { file in
                let name = (file.name.split(separator: "/").last.map(String.init) ?? file.name).filter { !"[]\\<>`*_".contains($0) }
                return "- [\(name)](\(file.path))\n"
            }
            text += [UInt8](("\n" + lines.joined()).utf8)
        }
        return text
    }
}
