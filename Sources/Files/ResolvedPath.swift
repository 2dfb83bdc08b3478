package import Diagnostics
import Glibc

/// A place on this machine by its one whole path, no part of which is a link; nothing need stand there.
package struct ResolvedPath: Sendable, Hashable {
    /// From the root, without `/` at its end.
    package let path: String

    /// - Parameter given: as somebody named it, from where the program runs or from the root.
    package init(_ given: String) throws(Failure) {
        guard !given.isEmpty, !given.contains(where: \.isNewline), !given.utf8.contains(0) else {
            throw Failure("\"\(given)\" is no path", remedy: "Name a file or a folder.")
        }
        var found = ""
        var missing: [Substring] = []
        let start = given.hasPrefix("/") ? given : try Self.workingFolder() + "/" + given
        for part in start.split(separator: "/") where part != "." {
            if part == ".." {
                if missing.popLast() == nil { found = String(found[..<(found.lastIndex(of: "/") ?? found.startIndex)]) }
            } else if missing.isEmpty, let real = realpath(found + "/" + part, nil) {
                defer { free(real) }
                let whole = String(cString: real)
                found = whole == "/" ? "" : whole
            } else {
                missing.append(part)
            }
        }
        let whole = missing.reduce(found) { $0 + "/" + $1 }
        path = whole.isEmpty ? "/" : whole
    }

    /// The folder that it stands in; nil for the root.
    package var parent: String? {
        guard path != "/", let cut = path.lastIndex(of: "/") else { return nil }
        return cut == path.startIndex ? "/" : String(path[..<cut])
    }

    /// Whether it is that folder, or lies in it.
    package func isWithin(_ folder: ResolvedPath) -> Bool {
        path == folder.path || path.hasPrefix(folder.path == "/" ? "/" : folder.path + "/")
    }

    private static func workingFolder() throws(Failure) -> String {
        guard let folder = getcwd(nil, 0) else { throw FileSystem.failure("cannot find", "the folder that the command was started in") }
        defer { free(folder) }
        return String(cString: folder)
    }
}
