import Diagnostics

/// The parts of a script, and how one script is made of them: no module loader, and one file to fetch.
struct ScriptParts: Sendable {
    /// The folder below `scripts/` in which they lie, and the name of the script.
    let name: String
    /// In the order in which they are joined: a part may use those before it at once, and those after it only when all are there. One
    /// of another script's is named with its folder: `gate/bytes`.
    let names: [String]
    /// What the keys of the strings begin with that the script says, each by the last part of its key.
    let strings: String

    /// What unlocks pages.
    static let gate = ScriptParts(
        name: "gate",
        names: [
            "basics", "site", "bytes", "trust", "cipher", "keys", "keyring", "packing", "objects", "pages", "shown", "view", "notices",
            "manifest", "files", "pictures", "links", "session", "keeping", "writing", "reading", "searching", "passphrase", "form",
            "start",
        ],
        strings: "gate.")
    /// What participants write in.
    static let form = ScriptParts(
        name: "form",
        names: [
            "gate/basics", "gate/bytes", "gate/cipher", "gate/packing", "gate/passphrase", "words", "hpke", "bundle", "sealing", "matter",
            "reading", "address", "preview", "places", "drafts", "fields", "lists", "files", "editor", "checks", "proof", "keeping",
            "returned", "taking", "sending", "start",
        ],
        strings: "form.script.")
    /// What follows changes of the forum's files on pages that the machine shows itself.
    static let preview = ScriptParts(
        name: "preview", names: ["gate/basics", "pictures", "pages", "findings", "following", "start"], strings: "preview.script.")
    /// What helps with reading long pages.
    static let reading = ScriptParts(
        name: "reading",
        names: [
            "gate/basics", "words", "threads", "paper", "visits", "position", "sharing", "versions", "library", "start",
        ],
        strings: "reading.script.")
    /// The same for pages without a gate, with what a gate does on each page.
    static let alone = ScriptParts(
        name: "alone",
        names: reading.names.map { $0.contains("/") ? $0 : "reading/\($0)" } + ["gate/shown", "preview/pictures", "reading/alone"],
        strings: reading.strings)
    /// What texts are searched with.
    static let search = ScriptParts(
        name: "search",
        names: [
            "gate/basics", "words", "bytes", "table", "shards", "forms", "query", "meaning", "positions", "finding", "excerpt", "telling",
            "fragment", "filters", "results", "keyboard", "start",
        ],
        strings: "search.script.")
    static let all = [gate, form, preview, reading, alone, search]

    /// Where the parts lie in a theme.
    var paths: [String] { names.map { $0.contains("/") ? "scripts/\($0).js" : "scripts/\(name)/\($0).js" } }

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
