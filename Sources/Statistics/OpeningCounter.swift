package import Model

/// Counts page openings in access logs that are handed in piece by piece, however large they are.
package struct OpeningCounter {
    /// What was found so far.
    package private(set) var openings = PageOpenings()
    private let pages: [[UInt8]: SitePage]
    private let base: [UInt8]
    private let period: Period
    private let calendar: ForumCalendar
    private var line: [UInt8] = []
    private var isTooLong = false

    /// Servers write no longer lines unless they are told to; of a longer one nothing is kept.
    private static let longest = 64 << 10
    /// In the names by which programs make themselves known that no person reads with.
    private static let robots = [
        "bot", "crawl", "spider", "slurp", "curl", "wget", "python", "java/", "go-http", "http-client", "httpclient", "libwww", "monitor",
        "preview", "headless", "scan", "probe", "feed", "archiver", "uptime",
    ].map { Array($0.utf8) }

    /// - Parameters:
    ///   - pages: by path from the site's root, ending in `/`: `fr/2026-014/`.
    ///   - base: the path of the site's root on its host, beginning and ending in `/`.
    package init(pages: [String: SitePage], base: String, period: Period, calendar: ForumCalendar) {
        self.pages = Dictionary(uniqueKeysWithValues: pages.map { (Array($0.key.utf8), $0.value) })
        self.base = Array(base.utf8)
        self.period = period
        self.calendar = calendar
    }

    /// Takes the next piece of a log.
    package mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                finish()
            } else if line.count < Self.longest {
                line.append(byte)
            } else {
                isTooLong = true
            }
        }
    }

    /// Ends a log: a last line without a line break counts like the others.
    package mutating func finish() {
        defer {
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty else { return }
        guard !isTooLong, let found = LogLine(line[...]) else { return openings.countUnreadable() }
        guard found.status == 200, found.method.elementsEqual("GET".utf8), let page = page(found.path) else { return }
        let day = calendar.day(of: found.time)
        guard period.contains(day) else { return }
        if found.agent.map(Self.isRobot) ?? false { openings.countRobot() } else { openings.count(page, in: Month(day)) }
    }

    private func page(_ path: ArraySlice<UInt8>) -> SitePage? {
        let path = Self.decoded(path)
        guard path.starts(with: base) else { return nil }
        let own = path.dropFirst(base.count)
        let file = Array("index.html".utf8)
        return pages[Array(own.suffix(file.count).elementsEqual(file) ? own.dropLast(file.count) : own)]
    }

    /// With `%2F` and the like as the bytes that they stand for; nothing of the site needs them, but some programs write all that way.
    private static func decoded(_ path: ArraySlice<UInt8>) -> [UInt8] {
        guard path.contains(UInt8(ascii: "%")) else { return Array(path) }
        var out: [UInt8] = []
        var index = path.startIndex
        while index < path.endIndex {
            if path[index] == UInt8(ascii: "%"), index + 2 < path.endIndex, let high = digit(path[index + 1]),
                let low = digit(path[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(path[index])
                index += 1
            }
        }
        return out
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func isRobot(_ agent: ArraySlice<UInt8>) -> Bool {
        let name = agent.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
        return name.isEmpty || name.elementsEqual("-".utf8) || robots.contains { name.firstRange(of: $0) != nil }
    }
}
