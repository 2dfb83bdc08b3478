import Foundation

/// Leads what a text links to or shows to where its files came to lie.
struct FileLinks {
    /// Names and paths, as an author may write them, to the path under which the file is now.
    private let paths: [String: String]
    /// Paths, as they are now, that some link leads to.
    private(set) var used: Set<String> = []

    /// - Parameter paths: for each file its name, or its path where it came in an archive, and where it is now: `files/plan.pdf`.
    init(_ paths: [(name: String, path: String)]) {
        var table: [String: String] = [:]
        for (name, path) in paths {
            let last = name.split(separator: "/").last.map(String.init) ?? name
            for written in [last, "files/" + last, name] { table[written] = path }
        }
        self.paths = table
    }

    /// The text with its destinations changed, in `](…)`, `](<…>)` and `]: …`; nothing else of it, and nothing in code.
    mutating func rewrite(_ body: [UInt8]) -> [UInt8] {
        guard !paths.isEmpty else { return body }
        var out: [UInt8] = []
        out.reserveCapacity(body.count)
        var index = 0
        while index < body.count {
            if let end = CodeSpans.end(of: body, from: index) {
                out += body[index..<end]
                index = end
                continue
            }
            out.append(body[index])
            index += 1
            guard body[index - 1] == UInt8(ascii: "]"), index < body.count,
                body[index] == UInt8(ascii: "(") || body[index] == UInt8(ascii: ":")
            else { continue }
            let end = Self.end(of: body, from: index + 1)
            var start = index + 1
            while start < end, body[start] == 0x20 { start += 1 }
            let isBracketed = start < end && body[start] == UInt8(ascii: "<") && body[end - 1] == UInt8(ascii: ">")
            let written = String(decoding: isBracketed ? body[start + 1..<end - 1] : body[start..<end], as: UTF8.self)
            guard let path = paths[Self.plain(written)] else { continue }
            used.insert(path)
            out += body[index..<start]
            out += path.utf8
            index = end
        }
        return out
    }

    /// Where a destination ends that may begin at an index.
    private static func end(of body: [UInt8], from start: Int) -> Int {
        var index = start
        while index < body.count, body[index] == 0x20 { index += 1 }
        if index < body.count, body[index] == UInt8(ascii: "<") {
            let end = body[index...].firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A } ?? body.count
            return end < body.count && body[end] == UInt8(ascii: ">") ? end + 1 : start
        }
        var depth = 0
        while index < body.count, body[index] > 0x20 {
            if body[index] == UInt8(ascii: "(") { depth += 1 }
            if body[index] == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            index += 1
        }
        return index
    }

    /// Without `./` before it and with its per cent signs resolved.
    private static func plain(_ written: String) -> String {
        let name = written.hasPrefix("./") ? String(written.dropFirst(2)) : written
        return name.removingPercentEncoding ?? name
    }
}
