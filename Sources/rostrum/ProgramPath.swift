import Diagnostics
import Files
import Foundation

/// Where this program lies.
enum ProgramPath {
    /// Runs this program as a Markdown worker.
    static let markdownWorker = ["/proc/self/exe", "--markdown-worker"]

    /// Opens what comes from outside: the program `rostrum-quarantine` beside this one.
    static func quarantine() throws(Failure) -> [String] {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appendingPathComponent("rostrum-quarantine").path
        guard try FileSystem.look(path) != nil else {
            throw Failure(
                "the program rostrum-quarantine, which opens what comes from outside, is not beside this one (\(path))",
                remedy: "Build both with `swift build -c release`, or put them into one folder.")
        }
        return [path]
    }

    /// The theme that came with this program: `themes/wipo` in the nearest folder above it; nil where there is none.
    static func ownTheme() throws(Failure) -> String? {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let theme = folder.appendingPathComponent("themes/wipo").path
            if try FileSystem.look(theme)?.kind == .folder { return theme }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}

/// The folders that a theme's files are taken from.
enum ThemeFolders {
    /// The forum's own folders first, the theme that came with the program last: a forum keeps only the files that it changes.
    ///
    /// - Parameter name: a theme in the forum's `themes/` that goes before `wipo`.
    /// - Returns: from the root, but for the program's own, which is absolute.
    static func find(_ name: String?, root: String) throws(Failure) -> [String] {
        var folders: [String] = []
        if let name {
            let folder = "themes/" + name
            guard !name.contains("/"), try FileSystem.look(root + "/" + folder) != nil else {
                throw Failure("there is no theme \"\(name)\" in \(root)/themes", remedy: "Make that folder, or name another with --theme.")
            }
            folders.append(folder)
        }
        let own = try ProgramPath.ownTheme()
        let usual = "themes/wipo"
        let present = try FileSystem.look(root + "/" + usual)
        if present != nil, !folders.contains(usual) { folders.append(usual) }
        if let own, try FileSystem.look(own)?.stamp.inode != present?.stamp.inode { folders.append(own) }
        guard !folders.isEmpty else {
            throw Failure(
                "there is no theme: neither \(root)/themes/wipo nor one beside this program", remedy: "Copy themes/wipo into the forum.")
        }
        return folders
    }
}
