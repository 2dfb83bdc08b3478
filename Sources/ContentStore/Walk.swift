import Diagnostics
import Dispatch
import Files
import Glibc
import Model
import Synchronization

/// What a walk through `content/` has found so far.
struct Walk {
    let root: String
    var forum: FileStamp?
    var folders: [ContentFolder] = []
    var findings: [Finding] = []

    /// How deep `files/` may be.
    private static let depthLimit = 8

    init(root: String) {
        self.root = root
    }

    /// All folders of one kind, on as many threads as there are jobs; the order does not depend on them.
    mutating func kind(_ kind: ContentFolder.Kind, in content: borrowing OpenFolder, jobs: Int) {
        guard let parent = content.folder(kind.folderName), let entries = parent.entries() else {
            return unreadable("content/" + kind.folderName)
        }
        let descriptor = parent.descriptor
        let parts = max(1, min(jobs, entries.count / 100))
        let walks = Mutex([Walk?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { [root] part in
            var walk = Walk(root: root)
            for entry in entries[entries.count * part / parts..<entries.count * (part + 1) / parts] {
                walk.entry(entry, kind, in: descriptor)
            }
            walks.withLock { $0[part] = walk }
        }
        for walk in walks.withLock({ $0 }) {
            folders += walk?.folders ?? []
            findings += walk?.findings ?? []
        }
        _ = consume parent  // open until here, as the threads used its descriptor
    }

    private mutating func entry(_ entry: OpenFolder.Entry, _ kind: ContentFolder.Kind, in parent: Int32) {
        let path = "content/" + kind.folderName + "/" + entry.name
        if entry.kind != .folder || isIgnored(entry.name) {
            stray(entry, path, hint: "\(kind.folderName) holds folders, each of them \(kind.named)")
        } else if !isIdentifier(entry.name, kind) {
            badIdentifier(path, entry.name, kind)
        } else {
            folder(kind, entry.name, path, in: parent)
        }
    }

    private mutating func folder(_ kind: ContentFolder.Kind, _ id: String, _ path: String, in parent: Int32) {
        guard let folder = OpenFolder(id, in: parent), let entries = folder.entries() else { return unreadable(path) }
        var files: [ContentFolder.File] = []
        files.reserveCapacity(entries.count)
        var hasAttachments = false
        for entry in entries {
            if entry.kind == .folder, entry.name == "files" {
                hasAttachments = true
            } else if entry.kind == .file, ContentFileName(entry.name, in: kind) != nil {
                files.append(.init(name: entry.name, stamp: entry.stamp))
            } else if entry.kind == .other, ContentFileName(entry.name, in: kind) != nil {
                unreadable(path + "/" + entry.name, "it is no ordinary file")
            } else {
                misplaced(entry, path + "/" + entry.name, kind)
            }
        }
        if hasAttachments { attachments("files", path, in: folder, depth: 1, &files) }
        folders.append(ContentFolder(kind: kind, id: id, path: path, stamp: folder.stamp, files: files))
    }

    private mutating func attachments(
        _ name: String, _ path: String, in parent: borrowing OpenFolder, depth: Int, _ files: inout [ContentFolder.File]
    ) {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let folder = parent.folder(last), let entries = folder.entries() else { return unreadable(path + "/" + name) }
        for entry in entries where !isIgnored(entry.name) {
            let inner = name + "/" + entry.name
            switch entry.kind {
            case .file where isPlain(entry.name): files.append(.init(name: inner, stamp: entry.stamp))
            case .folder where isPlain(entry.name):
                if depth < Self.depthLimit {
                    attachments(inner, path, in: folder, depth: depth + 1, &files)
                } else {
                    unexpected(path + "/" + inner, hint: "folders below files/ may be \(Self.depthLimit) deep")
                }
            case .file, .folder:
                let hint = "letters, digits, blanks and punctuation, not beginning with a dot, and no \\"
                add(.badIdentifier, "this name cannot be used in a forum", path + "/" + inner, hint: hint)
            case .other: unreadable(path + "/" + inner, "it is no ordinary file")
            case .link: stray(entry, path + "/" + inner, hint: nil)
            }
        }
    }

    /// A name that every system and every link can hold: printable, UTF-8, no backslash, no dot at the beginning.
    private func isPlain(_ name: String) -> Bool {
        !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\\" && $0.value != 0xFFFD }
    }

    private func isIdentifier(_ name: String, _ kind: ContentFolder.Kind) -> Bool {
        kind == .discussion ? Discussion.isIdentifier(name) && name.utf8.count <= 14 : Identifier.isSlug(name)
    }
}

/// What does not belong.
extension Walk {
    /// Files that editors, desktops and git leave behind.
    func isIgnored(_ name: String) -> Bool {
        name.hasSuffix("~") || name == ".DS_Store" || name.hasPrefix(".git") || (name.hasPrefix(".") && name.hasSuffix(".swp"))
    }

    /// Anything that has no place where it is.
    mutating func stray(_ entry: OpenFolder.Entry, _ path: String, hint: String?) {
        if isIgnored(entry.name) { return }
        guard entry.kind == .link else { return unexpected(path, hint: hint) }
        if LinkTarget(root: root, path: path).isOutside {
            add(.linkOutside, "this symbolic link leads out of the forum", path, hint: "it is not followed; put the file itself here")
        } else {
            add(.unexpectedFile, "this is a symbolic link", path, hint: "it is not followed; put the file itself here")
        }
    }

    /// A file whose name is none that its folder can hold.
    private mutating func misplaced(_ entry: OpenFolder.Entry, _ path: String, _ kind: ContentFolder.Kind) {
        let stem = entry.name.prefix { $0 != "." }
        let isShort = !stem.isEmpty && stem.utf8.count < 4 && stem.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
        if entry.kind == .file, kind == .discussion, isShort {
            let number = String(repeating: "0", count: 4 - stem.utf8.count) + entry.name
            add(.badIdentifier, "a contribution's number has four digits or more", path, hint: "rename it to \(number)")
            return
        }
        stray(entry, path, hint: Self.hint(entry, kind))
    }

    private static func hint(_ entry: OpenFolder.Entry, _ kind: ContentFolder.Kind) -> String {
        if entry.name.hasSuffix(".md") { return "a text is named like index.en.md, with its language" }
        if entry.kind == .folder { return "attachments go into the folder files" }
        return switch kind {
        case .discussion:
            "a discussion holds discussion.yaml, index.en.md, 0001.en.md, 0001.withdrawn.yaml, summary.en.md, outcome.en.md and files/"
        case .entry: "a library entry holds entry.yaml, index.en.md and files/"
        case .page: "a page holds index.en.md and files/"
        }
    }

    private mutating func badIdentifier(_ path: String, _ name: String, _ kind: ContentFolder.Kind) {
        let hint = kind == .discussion ? "a year and a number, as in 2026-014" : "lower-case letters, digits and hyphens"
        add(.badIdentifier, "\"\(name)\" cannot be the name of \(kind.named)", path, hint: hint)
    }

    mutating func unexpected(_ path: String, hint: String?) {
        add(.unexpectedFile, "this does not belong here", path, hint: hint)
    }

    mutating func unreadable(_ path: String, _ reason: String? = nil) {
        let reason = reason ?? String(cString: strerror(errno)).lowercased()
        add(.unreadableFile, "this cannot be read: \(reason)", path, hint: "check its owner and mode with ls -ld")
    }

    private mutating func add(_ kind: FindingKind, _ message: String, _ path: String, hint: String?) {
        findings.append(Finding(kind, message, at: Location(file: path), hint: hint))
    }
}
