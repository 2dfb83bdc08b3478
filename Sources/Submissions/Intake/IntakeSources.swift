import Diagnostics
import Files
import Quarantine

/// Finds what is to be imported: files, mailboxes, Maildirs and folders of them.
struct IntakeSources {
    /// Files in the order of their paths; hidden ones and what a Maildir is still receiving are left alone.
    ///
    /// - Parameters:
    ///   - source: what a file is called in records and messages; nil for its path.
    ///   - skip: is told of what is neither imported nor named by a text beside it.
    static func walk(
        _ path: String, named source: String? = nil, _ body: (IntakeItem) throws(Failure) -> Void, skip: (String) -> Void
    ) throws(Failure) {
        guard let found = try FileSystem.look(path + (path.hasSuffix("/") ? "." : "")) else {
            throw Failure("there is nothing at \(path)", remedy: "Check the spelling; what stands there before it was imported.")
        }
        switch found.kind {
        case .file: try file(path, named: source, body)
        case .folder: try folder(path, body, skip: skip)
        case .link:
            guard try FileSystem.look(path + "/.")?.kind == .folder else { return try file(try ResolvedPath(path).path, named: path, body) }
            try folder(path, body, skip: skip)
        case .other: throw FileSystem.noFile(path)
        }
    }

    private static func folder(
        _ path: String, _ body: (IntakeItem) throws(Failure) -> Void, skip: (String) -> Void
    ) throws(Failure) {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        let entries = try FileSystem.entries(of: path)
        let folders = Set(entries.filter { $0.kind == .folder }.map(\.name))
        let isMaildir = folders.isSuperset(of: ["cur", "new", "tmp"])
        let holdsTexts = entries.contains { $0.kind == .file && isText($0.name) && !$0.name.hasPrefix(".") }
        let beside = holdsTexts ? try files(beside: path, entries) : []
        var unnamed = Set(beside.map(\.name))
        let told = Set(beside.map { path + "/" + $0.name })
        for entry in entries where !entry.name.hasPrefix(".") {
            let inner = path + "/" + entry.name
            switch entry.kind {
            case .folder where isMaildir && entry.name == "tmp": break
            // What a text may name is told of below, where none does.
            case .folder: try folder(inner, body) { if !told.contains($0) { skip($0) } }
            case .file where isText(entry.name):
                try file(inner, beside: beside) { (item) throws(Failure) in
                    let text = String(decoding: item.bytes ?? [], as: UTF8.self)
                    unnamed = unnamed.filter { !text.names($0) }
                    try body(item)
                }
            case .file where isImported(entry.name) || isMaildirMail(path): try file(inner, body)
            case .file: if !told.contains(inner) { skip(inner) }
            case .link, .other: skip(inner)
            }
        }
        for other in beside where unnamed.contains(other.name) { skip(path + "/" + other.name) }
    }

    private static func isMaildirMail(_ folder: String) -> Bool {
        folder.hasSuffix("/cur") || folder.hasSuffix("/new")
    }

    private static func isText(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".md", ".markdown", ".txt"].contains { name.hasSuffix($0) }
    }

    /// What may hold a submission by its name; a file that a command names is imported whatever it is called.
    private static func isImported(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".eml", ".mbox", ".mbx", ".zip", ".msg"].contains { name.hasSuffix($0) } || !name.contains(".")
    }

    /// Files of a folder that its texts may name: at most the limit of one import, all together.
    private static func files(
        beside path: String, _ entries: [(name: String, kind: FileSystem.Kind)], under prefix: String = ""
    ) throws(Failure) -> [(name: String, bytes: [UInt8])] {
        var found: [(name: String, bytes: [UInt8])] = []
        var size = 0
        for entry in entries where !entry.name.hasPrefix(".") {
            switch entry.kind {
            case .file where !isText(entry.name) && !isImported(entry.name):
                guard let bytes = try FileSystem.read(path + "/" + entry.name, limit: QuarantineLimits.bytes - size) else { continue }
                size += bytes.count
                found.append((prefix + entry.name, bytes))
            case .folder where prefix.isEmpty && entry.name == "files":
                found += try files(beside: path + "/files", FileSystem.entries(of: path + "/files"), under: "files/")
            default: break
            }
        }
        return found
    }

    private static func file(
        _ path: String, named name: String? = nil, beside: [(name: String, bytes: [UInt8])] = [],
        _ body: (IntakeItem) throws(Failure) -> Void
    ) throws(Failure) {
        let source = name ?? path
        if try MailboxReader.isMailbox(FileReader(path).read(1_024)) { return try mailbox(path, source, body) }
        let bytes = try FileSystem.read(path, limit: QuarantineLimits.bytes)
        try body(IntakeItem(source: source, name: source.split(separator: "/").last.map(String.init) ?? "", bytes: bytes, beside: beside))
    }

    private static func mailbox(_ path: String, _ source: String, _ body: (IntakeItem) throws(Failure) -> Void) throws(Failure) {
        var reader = try MailboxReader(path)
        var count = 0
        while let mail = try reader.next() {
            count += 1
            try body(IntakeItem(source: "\(source), mail \(count)", name: "", bytes: mail.bytes))
        }
    }
}
