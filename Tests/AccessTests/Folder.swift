import Files
import Foundation

/// A folder for one test, removed after it.
final class Folder {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.path + "/rostrum-access-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            print("cannot make \(path): \(error)")
        }
    }

    deinit {
        do {
            try FileSystem.remove(path)
        } catch {
            print("cannot remove \(path): \(error)")
        }
    }
}
