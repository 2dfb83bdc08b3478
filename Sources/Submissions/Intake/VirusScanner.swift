import Confinement
package import Diagnostics
import Files

/// Has files looked at by ClamAV's daemon, through `clamdscan`.
package struct VirusScanner: Sendable {
    private let tool: Tool

    /// What was found in a file.
    enum Verdict: Hashable {
        case clean
        /// The virus, as the scanner calls it.
        case virus(String)
        /// The scanner is there, and could not look.
        case unknown
    }

    /// Nil where this machine has none.
    package static func find() throws(Failure) -> VirusScanner? {
        Tool.exists("clamdscan") ? VirusScanner(tool: try Tool("clamdscan")) : nil
    }

    /// What is found in each of the files, all looked at in one run.
    func scan(_ files: [[UInt8]]) throws(Failure) -> [Verdict] {
        if files.isEmpty { return [] }
        let (scratch, folder) = (try ScratchFolder(), try ScratchFolder())
        for (index, bytes) in files.enumerated() { try FileSystem.create("\(folder.path)/\(index)", bytes, mode: 0o600) }
        // The daemon is another user: it is handed the open files.
        let outcome = try tool.run(["--fdpass", "--infected", "--no-summary", folder.path], in: scratch)
        guard outcome.status == 0 || outcome.status == 1 else { return files.map { _ in .unknown } }
        var found: [Int: String] = [:]
        for line in outcome.output.split(separator: "\n") where line.hasPrefix(folder.path + "/") && line.hasSuffix(" FOUND") {
            let words = line.dropFirst(folder.path.count + 1).dropLast(6).split(separator: ":", maxSplits: 1)
            guard words.count == 2, let index = Int(words[0]) else { continue }
            found[index] = words[1].drop { $0 == " " }.filter { $0.isASCII && !$0.isNewline }
        }
        // Told of a virus, and not in which file: in any of them.
        if outcome.status == 1, found.isEmpty { return files.map { _ in .virus("unnamed") } }
        return files.indices.map { index in found[index].map { .virus($0) } ?? .clean }
    }
}
