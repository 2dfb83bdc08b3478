import Access
import Diagnostics
import Files
import Quarantine

/// Finds what is to be imported: files, mailboxes, Maildirs and folders of them.
struct IntakeSources {
    /// Files in the order of their paths; hidden ones and what a Maildir is still receiving are left alone. What cannot be read in a folder
    /// is left, and does not stop the rest of it.
    ///
    /// - Parameters:
    ///   - source: what a file is called in records and messages; nil for its path.
    ///   - skip: is told of what is neither imported nor named by a text beside it.
    static func walk(
        _ path: String, named source: String? = nil, _ body: (IntakeItem) throws(Failure) -> Void, skip: (LeftAlone) -> Void
    ) throws(Failure) {
        guard let found = try FileSystem.look(path + (path.hasSuffix("/") ? "." : "")) else {
            throw Failure("there is nothing at \(path)", remedy: "Check the spelling; what stands there before it was imported.")
        }
        switch found.kind {
        case .file: try file(path, named: source, body, skip: skip)
        case .folder: try named(path, body, skip: skip)
        case .link:
            guard try FileSystem.look(path + "/.")?.kind == .folder else {
                return try file(try ResolvedPath(path).path, named: path, body, skip: skip)
            }
            try named(path, body, skip: skip)
        case .other: throw FileSystem.noFile(path)
        }
    }

    private static func named(
        _ path: String, _ body: (IntakeItem) throws(Failure) -> Void, skip: (LeftAlone) -> Void
    ) throws(Failure) {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        try folder(path, try FileSystem.entries(of: path), above: [], body, skip: skip)
    }

    /// - Parameter above: the texts that lie beside a folder `files`, and may name what is in it.
    private static func folder(
        _ path: String, _ entries: [(name: String, kind: FileSystem.Kind)], above: [String],
        _ body: (IntakeItem) throws(Failure) -> Void, skip: (LeftAlone) -> Void
    ) throws(Failure) {
        let folders = Set(entries.filter { $0.kind == .folder }.map(\.name))
        let isMaildir = folders.isSuperset(of: ["cur", "new", "tmp"])
        let texts = above + texts(path, entries)
        var beside: [(name: String, bytes: [UInt8])]?
        for entry in entries where !entry.name.hasPrefix(".") {
            let inner = path + "/" + entry.name
            switch entry.kind {
            case .folder where isMaildir && entry.name == "tmp": break
            case .folder:
                guard let within = self.entries(inner, skip) else { continue }
                try folder(inner, within, above: entry.name == "files" ? texts : [], body, skip: skip)
            case .file where isText(entry.name):
                if beside == nil { beside = files(beside: path, entries) }
                try file(inner, isNamed: false, beside: beside ?? [], body, skip: skip)
            case .file where isImported(entry.name) || isMaildirMail(path) || isSealed(inner):
                try file(inner, isNamed: false, body, skip: skip)
            case .file: if !texts.contains(where: { $0.names(entry.name) }) { skip(LeftAlone(inner, .unnamed)) }
            case .link, .other: skip(LeftAlone(inner, .notPlain))
            }
        }
    }

    /// What is in a folder in a folder; nil where it cannot be listed.
    private static func entries(_ path: String, _ skip: (LeftAlone) -> Void) -> [(name: String, kind: FileSystem.Kind)]? {
        do throws(Failure) {
            // A folder whose name is not UTF-8 is not found under what was made of it.
            if try FileSystem.look(path) != nil { return try FileSystem.entries(of: path) }
            skip(LeftAlone(path, .badName))
        } catch {
            skip(LeftAlone(path, .unreadable))
        }
        return nil
    }

    /// What the texts of a folder say, as far as they can be read.
    private static func texts(_ path: String, _ entries: [(name: String, kind: FileSystem.Kind)]) -> [String] {
        entries.filter { $0.kind == .file && isText($0.name) }.compactMap { entry in
            read(path + "/" + entry.name, limit: QuarantineLimits.bytes).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Nil for what is larger, and for what cannot be read: it is told where it is imported itself.
    private static func read(_ path: String, limit: Int) -> [UInt8]? {
        do throws(Failure) {
            return try FileSystem.read(path, limit: limit)
        } catch {
            return nil
        }
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
        return [".eml", ".mbox", ".mbx", ".zip", ".msg", ".rostrum"].contains { name.hasSuffix($0) } || !name.contains(".")
    }

    /// What is sealed is told by its beginning, whatever it is called; false for what cannot be read, which is told where it is met.
    private static func isSealed(_ path: String) -> Bool {
        do throws(Failure) {
            return try SealedFile(FileReader(path).read(8)) != nil
        } catch {
            return false
        }
    }

    /// Files of a folder that its texts may name: at most the limit of one import, all together.
    private static func files(
        beside path: String, _ entries: [(name: String, kind: FileSystem.Kind)], under prefix: String = ""
    ) -> [(name: String, bytes: [UInt8])] {
        var found: [(name: String, bytes: [UInt8])] = []
        var size = 0
        for entry in entries where !entry.name.hasPrefix(".") {
            switch entry.kind {
            case .file where !isText(entry.name) && !isImported(entry.name) && !isSealed(path + "/" + entry.name):
                guard let bytes = read(path + "/" + entry.name, limit: QuarantineLimits.bytes - size) else { continue }
                size += bytes.count
                found.append((prefix + entry.name, bytes))
            case .folder where prefix.isEmpty && entry.name == "files":
                guard let within = self.entries(path + "/files", { _ in }) else { continue }
                found += files(beside: path + "/files", within, under: "files/")
            default: break
            }
        }
        return found
    }

    /// - Parameter isNamed: whether the command named it: what then cannot be read is a failure.
    private static func file(
        _ path: String, named name: String? = nil, isNamed: Bool = true, beside: [(name: String, bytes: [UInt8])] = [],
        _ body: (IntakeItem) throws(Failure) -> Void, skip: (LeftAlone) -> Void
    ) throws(Failure) {
        let source = name ?? path
        let content: IntakeItem.Content?
        do throws(Failure) {
            let isMailbox = try MailboxMark.fits(FileReader(path).read(1_024))
            content = isMailbox ? nil : try self.content(path)
        } catch {
            if isNamed { throw error }
            return skip(LeftAlone(path, try FileSystem.look(path) == nil ? .badName : .unreadable))
        }
        guard let content else { return try mailbox(path, source, body) }
        try body(IntakeItem(source: source, name: source.split(separator: "/").last.map(String.init) ?? "", content, beside: beside))
    }

    private static func content(_ path: String) throws(Failure) -> IntakeItem.Content {
        if let bytes = try FileSystem.read(path, limit: QuarantineLimits.bytes) { return .whole(bytes) }
        return .tooLarge(head: try FileReader(path).read(IntakeItem.head), size: try FileSystem.look(path)?.stamp.size ?? 0)
    }

    private static func mailbox(_ path: String, _ source: String, _ body: (IntakeItem) throws(Failure) -> Void) throws(Failure) {
        var reader = try MailboxReader(path)
        var count = 0
        while let mail = try reader.next() {
            count += 1
            // The mark of a mail with nothing behind it is none: a mailbox can hold a million of them.
            if case .whole(let bytes) = mail, bytes.allSatisfy({ $0 == newline || $0 == 0x0D }) { continue }
            try body(IntakeItem(source: "\(source), mail \(count)", name: "", mail))
        }
    }
}

private let newline = UInt8(ascii: "\n")
