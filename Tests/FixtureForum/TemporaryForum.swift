import Foundation

/// A forum in a folder of its own, made from folders of `Tests/Fixtures` laid one over the other; removed with this value.
package final class TemporaryForum: Sendable {
    package let root: String

    /// - Parameter layers: folders of `Tests/Fixtures`, the later ones over the earlier ones.
    package init(_ layers: String...) throws {
        root = FileManager.default.temporaryDirectory.path + "/rostrum-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for layer in layers {
            let folder = Self.fixtures + "/" + layer
            for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
                let url = URL(fileURLWithPath: folder + "/" + path)
                guard path.hasPrefix("content/"), try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                    continue
                }
                try write(path, Array(try Data(contentsOf: url)))
            }
            let recipe = folder + "/generate.txt"
            if FileManager.default.fileExists(atPath: recipe) { try generate(String(contentsOfFile: recipe, encoding: .utf8)) }
        }
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: root) } catch { print("cannot remove \(root): \(error)") }
    }

    /// `Tests/Fixtures`.
    package static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures"

    /// Puts a file into the forum, in place of what was there.
    package func write(_ path: String, _ bytes: [UInt8]) throws {
        let whole = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: whole)
    }

    package func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
    }

    /// Makes what neither git nor a checkout can hold well. One order a line:
    ///
    ///     fill PATH COUNT TEXT     appends TEXT (`\n` is a line break) COUNT times
    ///     remove PATH
    ///     link PATH TARGET         a symbolic link
    ///     fifo PATH
    private func generate(_ recipe: String) throws {
        for line in recipe.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let path = root + "/" + words[1]
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            switch words[0] {
            case "fill":
                let text = String(repeating: words[3].replacingOccurrences(of: "\\n", with: "\n"), count: Int(words[2]) ?? 0)
                let before = FileManager.default.contents(atPath: path) ?? Data()
                try (before + Data(text.utf8)).write(to: URL(fileURLWithPath: path))
            case "remove": try FileManager.default.removeItem(atPath: path)
            case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: words[2])
            case "fifo": mkfifo(path, 0o644)
            default: throw CocoaError(.formatting)
            }
        }
    }
}
