import Foundation

/// Names under which the office and the content keep files: lower-case ASCII letters, digits and hyphens, with the ending of the type.
enum StoredName {
    private static let longest = 60
    /// An ending that is longer is none of any type; a file system takes 255 bytes for all of a name.
    private static let longestEnding = 16

    /// - Parameters:
    ///   - name: as the author knows it; a path's last part counts.
    ///   - endings: those that go with the type; the name's own where it is among them, else the first.
    ///   - taken: names that are in use.
    static func make(_ name: String, endings: [String], taken: Set<String>) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let dot = last.lastIndex(of: ".")
        let own = dot.map { last[last.index(after: $0)...].lowercased() } ?? ""
        let ending = String((endings.isEmpty || endings.contains(own) ? plain(own) : endings[0]).prefix(longestEnding)).trimmingHyphens
        let stem = String(plain(dot.map { String(last[..<$0]) } ?? last).prefix(longest)).trimmingHyphens
        let base = stem.isEmpty ? "file" : stem
        var candidate = base + (ending.isEmpty ? "" : "." + ending)
        var count = 1
        while taken.contains(candidate) {
            count += 1
            candidate = "\(base)-\(count)" + (ending.isEmpty ? "" : "." + ending)
        }
        return candidate
    }

    /// A text in lower-case ASCII letters, digits and hyphens: other scripts in Latin letters, everything else a hyphen.
    static func plain(_ text: String) -> String {
        let latin = text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII; Lower"), reverse: false) ?? text.lowercased()
        var out = ""
        for scalar in latin.unicodeScalars {
            let isWord = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            // Apostrophes, and the marks that stand for letters such as ayn, hold no words apart.
            let isMark = scalar == "'" || scalar == "’" || (0x2B0...0x2FF).contains(scalar.value)
            if isWord { out.unicodeScalars.append(scalar) } else if !out.hasSuffix("-"), !isMark { out += "-" }
        }
        return out.trimmingHyphens
    }
}

extension String {
    fileprivate var trimmingHyphens: String {
        String(drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }
}
