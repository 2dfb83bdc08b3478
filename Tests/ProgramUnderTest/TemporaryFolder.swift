package import Foundation

/// A folder of its own, removed with this value.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Parameter parent: where it lies.
    package init(in parent: String = FileManager.default.temporaryDirectory.path) {
        path = parent + "/rostrum-generator-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            print("cannot make \(path): \(error)")
        }
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("cannot remove \(path): \(error)") }
    }

    package func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    package func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    package func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Puts a file there, in place of what was there.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url(name))
    }

    package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    package func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

    /// Changes a file's text; throws where `old` does not stand in it, so that no test edits nothing.
    package func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try text(name)
        guard text.contains(old) else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: "\(name): no \"\(old)\""]) }
        try write(name, text.replacingOccurrences(of: old, with: new))
    }

    /// Copies a file or a folder from elsewhere.
    package func copy(_ source: String, to name: String) throws {
        try FileManager.default.createDirectory(at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source, toPath: path + "/" + name)
    }
}
