package import Diagnostics
import Files

/// The moderators' private folder, and where a forum's is.
package enum Office {
    /// Beside `content/`: one line with the path of an office that was moved out of the forum, from the root or whole.
    package static let pointer = "office.path"
    private static let pointerLimit = 4_096

    /// The path of a forum's office: `office/` in it, or where `office.path` leads. The folder need not be there yet; one that
    /// was moved must be, because with keys made anew in its place every passphrase would be lost.
    package static func folder(root: String) throws(Failure) -> String {
        let usual = root + "/office"
        let pointer = root + "/" + pointer
        guard try FileSystem.look(pointer) != nil else {
            let aside = FileSystem.setAside(usual)
            if try FileSystem.look(usual) == nil, try FileSystem.look(aside) != nil {
                throw Failure("a restoration of \(usual) was cut short", remedy: "Put back what was there: `mv \(aside) \(usual)`.")
            }
            return usual
        }
        guard let path = line(try FileSystem.read(pointer, limit: pointerLimit) ?? []) else {
            throw Failure("\(pointer) holds no path", remedy: "Write the path of the office's folder into it.")
        }
        let moved = path.hasPrefix("/") ? path : root + "/" + path
        guard try FileSystem.look(moved + "/.")?.kind == .folder else {
            throw Failure(
                "the office of this forum is in \(moved), as \(pointer) says, and that folder is not there",
                remedy: "Connect the disk that it is on, or correct \(pointer).")
        }
        // A copy with a mark that leads to this one is what a move which was cut short has left.
        if try FileSystem.look(usual) != nil, try OfficeMove.other(than: moved) != ResolvedPath(usual).path {
            throw Failure(
                "there are two offices: \(usual), and \(moved) to which \(pointer) leads",
                remedy: "A move was cut short. Remove \(pointer) to go on with the first, or \(usual) to go on with the second.")
        }
        return moved
    }

    /// Its only line; nil where there is another, or none.
    private static func line(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.count == 1 ? String(lines[0]) : nil
    }
}
