package import Diagnostics
import Documents
import Files

/// The files of a theme, as they lie in its folders: what a build's fingerprint must cover.
package struct ThemeFiles: Sendable {
    /// One file of the theme.
    package struct File: Sendable {
        /// Path within the theme: `templates/home.mustache`.
        package let name: String
        /// Path from the forum's root.
        package let path: String
        /// The whole file.
        package let bytes: [UInt8]
    }

    /// In the order of their names.
    package let files: [File]
    /// The last folder given, where a file that no folder has is expected.
    let home: String

    /// Files larger than this, in bytes, are refused: the largest of a theme, its style sheet, is a twentieth of it.
    private static let limit = 262_144
    /// The folders of a theme and what their files' names end in.
    private static let parts: [(folder: String, ending: String)] =
        [("templates", ".mustache"), ("templates/partials", ".mustache"), ("styles", ".css"), ("scripts", ".js")]
        + StringFolder.all.map { ($0.path, ".yaml") } + ScriptParts.all.map { ("scripts/" + $0.name, ".js") }

    /// Reads every file of the theme.
    ///
    /// - Parameters:
    ///   - root: the forum's folder.
    ///   - folders: the theme's folders from the root, as in `themes/wipo`, or absolute; for each file, the first that has it counts.
    /// - Throws: where a folder is not there or cannot be read.
    package static func read(root: String, folders: [String], findings: inout [Finding]) throws(Failure) -> ThemeFiles {
        var found: [String: File] = [:]
        for folder in folders {
            guard try FileSystem.look(path(of: folder, root))?.kind == .folder else {
                throw Failure(
                    "there is no theme at \(folder)", remedy: "Name a folder with templates, strings and styles, as in themes/wipo.")
            }
            for name in try names(root: root, folder: folder, findings: &findings) where found[name] == nil {
                let path = folder + "/" + name
                guard let bytes = try FileSystem.read(Self.path(of: path, root), limit: limit) else {
                    let message = "this file is larger than \(limit / 1024) KB"
                    findings.append(Finding(.fileTooLarge, message, at: Location(file: path), hint: "make it smaller"))
                    continue
                }
                found[name] = File(name: name, path: path, bytes: bytes)
            }
        }
        return ThemeFiles(files: found.values.sorted { $0.name < $1.name }, home: folders.last ?? "themes/wipo")
    }

    /// A folder of a theme, or a file in it, as the system knows it.
    package static func path(of folder: String, _ root: String) -> String {
        folder.hasPrefix("/") ? folder : root + "/" + folder
    }

    /// The names of the theme's files in one folder. What does not belong there is a finding.
    private static func names(root: String, folder: String, findings: inout [Finding]) throws(Failure) -> [String] {
        var names: [String] = []
        if try FileSystem.look(path(of: folder, root) + "/states.yaml") != nil { names.append("states.yaml") }
        for part in parts {
            for entry in try FileSystem.entries(of: path(of: folder, root) + "/" + part.folder) {
                let name = part.folder + "/" + entry.name
                if entry.kind == .file, entry.name.hasSuffix(part.ending), !entry.name.hasPrefix(".") {
                    names.append(name)
                } else if !isIgnored(entry.name), !parts.contains(where: { $0.folder == name && entry.kind == .folder }) {
                    let hint = entry.kind == .link ? "links are not followed: put the file itself here" : "files here end in \(part.ending)"
                    let location = Location(file: folder + "/" + name)
                    findings.append(Finding(.unexpectedFile, "this does not belong to a theme", at: location, hint: hint))
                }
            }
        }
        return names
    }

    /// What editors, file managers and git leave behind.
    private static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name == "README.md"
    }

    /// The text of a file: UTF-8, no byte order mark, LF; nil where there is none, or with a finding where it is not UTF-8.
    func text(_ name: String, findings: inout [Finding]) -> SourceText? {
        guard let file = files.first(where: { $0.name == name }) else { return nil }
        return SourceText.normalised(path: file.path, bytes: file.bytes, findings: &findings)
    }

    /// The files in one folder of the theme with their names, without folder and ending.
    func texts(in folder: String, ending: String, findings: inout [Finding]) -> [(name: String, source: SourceText)] {
        var texts: [(name: String, source: SourceText)] = []
        for file in files where file.name.hasPrefix(folder + "/") && file.name.hasSuffix(ending) {
            let name = file.name.dropFirst(folder.count + 1).dropLast(ending.count)
            guard !name.contains("/") else { continue }  // of a folder within, which is asked for by its own name
            if let source = SourceText.normalised(path: file.path, bytes: file.bytes, findings: &findings) {
                texts.append((String(name), source))
            }
        }
        return texts
    }
}
