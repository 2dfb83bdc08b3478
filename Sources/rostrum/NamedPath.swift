import Access
import ArgumentParser
import Diagnostics
import Files
import Publishing

/// Paths as the call names them.
enum NamedPath {
    /// For an option or argument that takes one.
    static func parse(_ argument: String) throws -> String {
        guard !argument.isEmpty else { throw ValidationError("A path is needed; . is the folder you are in.") }
        return argument
    }

    /// What stands there in the way of a new file, in words; nil where nothing does.
    static func obstacle(_ path: String) throws(Failure) -> String? {
        switch try FileSystem.look(path)?.kind {
        case nil: nil
        case .file: "a file"
        case .folder: "a folder"
        case .link: "a link"
        case .other: "something"
        }
    }
}

extension CommonOptions {
    /// The whole path of a place for what nobody else may read. Throws where a build would remove it, or a server give it away.
    @discardableResult
    func place(_ path: String, for what: ForumFolders.Private) throws(Failure) -> String {
        let office = try office()
        return try ForumFolders(root: root, office: office).place(path, for: what, published: PublicationRecord.folders(office: office))
    }
}
