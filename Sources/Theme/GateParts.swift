import Diagnostics

/// The parts of the gate's script, and how one script is made of them: no module loader, and one file to fetch.
enum GateParts {
    /// In the order in which they are joined: a part may use those before it at once, and those after it only when all are there.
    static let names = [
        "site", "bytes", "trust", "keys", "keyring", "objects", "pages", "view", "notices", "manifest", "files", "pictures", "links",
        "session", "keeping", "form", "start",
    ]

    /// Where a part lies in a theme.
    static func path(of name: String) -> String { "scripts/gate/\(name).js" }

    /// One script in which the parts share a scope that nothing else can reach. Lines that are nothing but a comment, empty lines and
    /// indentation are left out, where no text can run over lines.
    static func join(_ parts: [SourceText]) -> [UInt8] {
        var script = Array("'use strict';\n(() => {\n".utf8)
        for part in parts { script += part.bytes.contains(UInt8(ascii: "`")) ? part.bytes : stripped(part.bytes) }
        return script + Array("})();\n".utf8)
    }

    private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = line.drop { $0 == UInt8(ascii: " ") }
            if text.isEmpty || text.starts(with: "//".utf8) { continue }
            out += text
            out.append(UInt8(ascii: "\n"))
        }
        return out
    }
}
