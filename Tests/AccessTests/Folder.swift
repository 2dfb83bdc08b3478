import Files
import Glibc

/// A folder for one test, removed after it.
final class Folder {
    let path: String

    init() {
        var template = Array("/tmp/rostrum-access-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    }

    deinit {
        do {
            try FileSystem.remove(path)
        } catch {
            print("cannot remove \(path): \(error)")
        }
    }
}
