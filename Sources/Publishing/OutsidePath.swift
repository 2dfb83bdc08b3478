import Diagnostics
import Foundation
import Glibc

/// A place on this machine outside the forum: whoever serves it must not serve the forum's keys, and no build may remove it.
struct OutsidePath: Sendable {
    /// Absolute, no part of it a link; nothing need stand there.
    let path: String

    init(_ given: String, _ site: FinishedSite) throws(Failure) {
        guard !given.isEmpty, !given.contains("\n") else { throw Failure("a target needs a path", remedy: "Name a folder or file.") }
        path = Self.resolved(given)
        for (place, what) in [(site.root, "the forum"), (site.office, "the forum's office")] {
            let kept = Self.resolved(place)
            guard !Self.holds(kept, path) else {
                throw Failure("\(path) lies inside \(what)", remedy: "Name a place outside of \(kept).")
            }
            guard !Self.holds(path, kept) else {
                throw Failure("\(path) holds \(what) itself", remedy: "Name a folder for the site alone.")
            }
        }
    }

    private static func holds(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
    }

    /// Links resolved in as much of the path as there is.
    private static func resolved(_ path: String) -> String {
        var url = URL(fileURLWithPath: path).standardizedFileURL
        var rest: [String] = []
        while url.path != "/" {
            if let real = realpath(url.path, nil) {
                defer { free(real) }
                return ([String(cString: real)] + rest.reversed()).joined(separator: "/")
            }
            rest.append(url.lastPathComponent)
            url.deleteLastPathComponent()
        }
        return "/" + rest.reversed().joined(separator: "/")
    }
}
