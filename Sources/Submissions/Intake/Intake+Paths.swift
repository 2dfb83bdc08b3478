package import Diagnostics

extension Intake {
    /// Imports everything at a path: a file, a mailbox, a Maildir, a folder of them.
    ///
    /// - Parameters:
    ///   - source: what it is called in records and messages; nil for the path itself.
    ///   - skip: is told of each path that was left alone.
    package mutating func add(
        contentsOf path: String, named source: String? = nil, skip: (String) -> Void
    ) throws(Failure) {
        try IntakeSources.walk(path, named: source, { (item) throws(Failure) in try add(item) }, skip: skip)
    }
}
