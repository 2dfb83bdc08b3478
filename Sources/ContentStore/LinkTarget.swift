import Glibc

/// Where a symbolic link leads.
struct LinkTarget {
    /// Whether it leads, by what is written in it or by what is there, to a place that is not below the forum's root.
    let isOutside: Bool

    /// - Parameter path: the link's path from the forum's root.
    init(root: String, path: String) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let link = root + "/" + path
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink(link, $0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? -1
        }
        guard count > 0, count < buffer.count else {
            isOutside = true
            return
        }
        let written = String(decoding: buffer[..<count], as: UTF8.self)
        guard let home = Self.real(root) else {
            isOutside = true
            return
        }
        if let target = Self.real(link) {
            isOutside = !(target + "/").hasPrefix(home == "/" ? home : home + "/")
        } else {
            isOutside = written.hasPrefix("/") || Self.climbsOut(path, written)
        }
    }

    /// The path with every link in it followed; nil where it leads to nothing.
    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func climbsOut(_ path: String, _ written: String) -> Bool {
        var depth = path.split(separator: "/").count - 1
        for part in written.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return true }
        }
        return false
    }
}
