package import Diagnostics
import Files

extension Intake {
    /// Imports everything at a path: a file, a mailbox, a Maildir, a folder of them. What cannot be read in a folder is left, and the rest
    /// is imported.
    ///
    /// - Parameters:
    ///   - source: what it is called in records and messages; nil for the path itself.
    ///   - skip: is told of what was left alone.
    package mutating func add(
        contentsOf path: String, named source: String? = nil, skip: (LeftAlone) -> Void
    ) throws(Failure) {
        if source == nil { try requireOutside(path) }
        try IntakeSources.walk(path, named: source, { (item) throws(Failure) in try add(item) }, skip: skip)
    }

    /// Throws for what is the forum's own: texts that are published would come in as new ones, and what was set aside would once more.
    private func requireOutside(_ given: String) throws(Failure) {
        let place = try ResolvedPath(given)
        let root = try ResolvedPath(ledger.root).path
        let parts = ["content", "site", "themes", ".rostrum"].map { (root + "/" + $0, "the forum's \($0)") }
        for (path, what) in parts + [(ledger.office, "the office")] {
            let folder = try ResolvedPath(path)
            guard place.isWithin(folder) || folder.isWithin(place) else { continue }
            let (verb, remedy) =
                place.isWithin(folder)
                ? ("belongs to", "Name what participants sent.")
                : ("holds", "Put what participants sent into a folder of its own, and name that.")
            throw Failure("\(place.path) \(verb) \(what), which is not imported", remedy: remedy)
        }
    }
}
