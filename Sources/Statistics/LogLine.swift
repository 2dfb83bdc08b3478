import Model

/// One line of a web server's access log, common or combined, as Apache and nginx write it. Who asked is not read.
struct LogLine {
    let method: ArraySlice<UInt8>
    /// The path of the request as the browser wrote it, without what stands behind `?`.
    let path: ArraySlice<UInt8>
    let status: Int
    let time: Instant
    /// What the browser calls itself; nil in the common form, which does not say.
    let agent: ArraySlice<UInt8>?

    /// Nil for what is no such line.
    init?(_ line: ArraySlice<UInt8>) {
        var rest = line
        guard let bracket = rest.firstRange(of: " [".utf8), let end = rest[bracket.upperBound...].firstIndex(of: UInt8(ascii: "]")),
            let time = LogTime.instant(rest[bracket.upperBound..<end])
        else { return nil }
        self.time = time
        rest = rest[(end + 1)...]
        guard let request = Self.quoted(&rest) else { return nil }
        let words = request.split(separator: space, omittingEmptySubsequences: false)
        guard words.count >= 2, let status = Self.status(&rest) else { return nil }
        method = words[0]
        path = Self.path(words[1])
        self.status = status
        rest = rest.drop { $0 == space || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        agent = Self.quoted(&rest) == nil ? nil : Self.quoted(&rest)
    }

    /// What stands in quotation marks next, in which `\"` is none; nil where nothing does.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        rest = rest.drop { $0 == space }
        guard rest.first == quote else { return nil }
        let inner = rest.dropFirst()
        var index = inner.startIndex
        while index < inner.endIndex, inner[index] != quote { index += inner[index] == UInt8(ascii: "\\") ? 2 : 1 }
        guard index < inner.endIndex else { return nil }
        rest = inner[(index + 1)...]
        return inner[..<index]
    }

    private static func status(_ rest: inout ArraySlice<UInt8>) -> Int? {
        rest = rest.drop { $0 == space }
        let digits = rest.prefix { (48...57).contains($0) }
        guard digits.count == 3 else { return nil }
        rest = rest.dropFirst(3)
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    /// Of a whole address, as some programs ask for one, the path.
    private static func path(_ target: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let path = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard path.first != slash, let host = path.firstRange(of: "://".utf8) else { return path }
        return path[host.upperBound...].drop { $0 != slash }
    }
}

private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let slash = UInt8(ascii: "/")
