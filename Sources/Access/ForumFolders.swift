package import Diagnostics
import Files

/// The folders of a forum, for commands that write where somebody tells them to.
///
/// A site goes nowhere into the forum or its office, nor above them: whoever serves it would serve the keys, and a build would remove it.
/// What is private goes nowhere where a build makes everything anew, nor where anything is published.
package struct ForumFolders: Sendable {
    /// What is written for nobody else to read.
    package enum Private: String, Sendable {
        case backup, book, letter, office, report
    }

    private let root: ResolvedPath
    private let office: ResolvedPath

    /// - Parameter office: where it is, or would be.
    package init(root: String, office: String) throws(Failure) {
        self.root = try ResolvedPath(root)
        self.office = try ResolvedPath(office)
    }

    /// The whole path of a place that a site may be published to.
    package func placeForSite(_ given: String) throws(Failure) -> String {
        let place = try ResolvedPath(given)
        for (folder, name) in [(root, "the forum"), (office, "the forum's office")] {
            guard !place.isWithin(folder) else {
                throw Failure("\(place.path) lies inside \(name)", remedy: "Name a place outside of \(folder.path).")
            }
            guard !folder.isWithin(place) else {
                throw Failure("\(place.path) holds \(name) itself", remedy: "Name a folder for the site alone.")
            }
        }
        try requireParent(of: place)
        return place.path
    }

    /// The whole path of a place for what is private.
    ///
    /// - Parameter published: the folders of this machine that sites were published to.
    package func place(_ given: String, for what: Private, published: [String]) throws(Failure) -> String {
        let place = try ResolvedPath(given)
        if what == .office {
            guard place != office else {
                let left = try OfficeCopies(of: office.path).reminder
                throw Failure("the office is in \(office.path) already", remedy: left ?? "Name another folder.")
            }
            if place.path == root.path + "/office" { return place.path }
        }
        for (folder, reason) in try kept(from: what) where place.isWithin(folder) {
            let found = place == folder ? "is a folder" : "lies in \(folder.path),"
            throw Failure("\(place.path) \(found) \(reason)", remedy: "Name a place outside of \(folder.path).")
        }
        for folder in published where try place.isWithin(ResolvedPath(folder)) { throw Self.wouldBePublished(place, folder, what) }
        var above: String? = place.path
        while let folder = above {
            for (one, other) in Self.marks where try FileSystem.look(folder + one) != nil {
                guard try FileSystem.look(folder + other) != nil else { continue }
                throw Self.wouldBePublished(place, folder, what)
            }
            above = try ResolvedPath(folder).parent
        }
        try requireParent(of: place)
        return place.path
    }

    /// What no site is without: a sealed one, and one behind a server's login.
    private static let marks = [("/manifest/head.bin", "/keyring/head.js"), ("/server/apache.conf", "/server/nginx.conf")]

    /// The folders that are no place for it, each with the reason.
    private func kept(from what: Private) throws(Failure) -> [(folder: ResolvedPath, reason: String)] {
        let own = (office, "which is the office itself")
        if what == .office { return [own, (root, "which is the forum, and may be uploaded by mistake")] }
        let parts = [
            ("site", "which each build makes anew, and which is published"), ("content", "which holds what is published"),
            ("themes", "whose files are published as they are"), (".rostrum", "which is a cache that may be removed at any time"),
        ]
        var kept = try parts.map { (name, reason) throws(Failure) in (try ResolvedPath(root.path + "/" + name), reason) }
        if what == .backup || what == .book { kept.append(own) }
        return kept
    }

    /// A folder that is missing is a word mistyped, or a disk that is not connected.
    private func requireParent(of place: ResolvedPath) throws(Failure) {
        guard let parent = place.parent, try FileSystem.look(parent)?.kind != .folder else { return }
        throw Failure(
            "\(place.path) cannot be written, because there is no folder \(parent)",
            remedy: "Check the spelling, connect the disk that it is on, or make the folder first.")
    }

    private static func wouldBePublished(_ place: ResolvedPath, _ folder: String, _ what: Private) -> Failure {
        Failure(
            "a site is published in \(folder): everybody could fetch the \(what.rawValue) from \(place.path)",
            remedy: "Name a place that no web server serves.")
    }
}
