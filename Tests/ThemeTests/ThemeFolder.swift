import Diagnostics
import Files
import Foundation
import Model
import Testing

@testable import Theme

/// The theme of this repository, loaded once for all tests.
enum ThemeFolder {
    static let languages = ["ar", "zh", "en", "fr", "ru", "es"].map { Language($0) }

    /// The repository's root, found from this file.
    static let root: String = {
        var path = #filePath.split(separator: "/")
        path.removeLast(3)
        return "/" + path.joined(separator: "/")
    }()

    static let loaded: Result<(theme: Theme?, findings: [Finding]), Failure> = {
        do throws(Failure) {
            return .success(try Theme.load(root: root, folders: ["themes/wipo"], languages: languages))
        } catch {
            return .failure(error)
        }
    }()

    static func theme() throws -> Theme { try #require(try loaded.get().theme) }

    static func files() throws -> ThemeFiles {
        var findings: [Finding] = []
        return try ThemeFiles.read(root: root, folders: ["themes/wipo"], findings: &findings)
    }

    /// A copy of the theme in a folder of its own, changed by `change`, then loaded; the folder is removed again.
    ///
    /// - Parameter change: gets the path of a folder with `themes/wipo` and an empty `theme`, which is preferred.
    static func load(
        languages: [Language] = languages, changed change: (String) throws -> Void
    ) throws -> (theme: Theme?, findings: [Finding]) {
        let copy = FileManager.default.temporaryDirectory.path + "/theme-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: copy) }  // what is left in the temporary folder harms nobody
        try FileSystem.makeFolder(copy + "/theme")
        for file in try files().files {
            let path = copy + "/" + file.path
            try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            try FileSystem.create(path, file.bytes)
        }
        try change(copy)
        return try Theme.load(root: copy, folders: ["theme", "themes/wipo"], languages: languages)
    }

    /// The findings for a theme in which one file is another.
    static func findings(_ name: String, _ text: String) throws -> [Finding] {
        try load { copy in
            let path = copy + "/theme/" + name
            try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            try FileSystem.create(path, Array(text.utf8))
        }.findings
    }

    /// The text of one of the theme's files.
    static func text(_ name: String) throws -> String {
        let file = try #require(try files().files.first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }
}
