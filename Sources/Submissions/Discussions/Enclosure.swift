package import Diagnostics
import Files
package import Model
package import Quarantine

/// A file that a moderator attaches: opened in quarantine as everything from outside, and held against the forum's rules.
package struct Enclosure: Sendable {
    let file: Placement.File
    /// What the moderator should know of it, a sentence each.
    let remarks: [String]

    /// Reads files. Throws for the first that cannot be attached.
    ///
    /// - Parameters:
    ///   - paths: on this machine.
    ///   - rules: the forum's.
    ///   - scanner: nil where this machine has none.
    package static func read(
        _ paths: [String], rules: AttachmentRules, quarantine: Quarantine, scanner: VirusScanner?
    ) throws(Failure) -> [Enclosure] {
        var found: [Enclosure] = []
        for path in paths {
            guard let bytes = try FileSystem.read(path, limit: rules.largest) else {
                throw Failure(
                    "\(path) is larger than \(rules.largest) bytes, the most that this forum allows",
                    remedy: "Make it smaller, or raise `attachments:` in content/forum.yaml.")
            }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard case .success(let opened) = try quarantine.open(name: name, bytes) else {
                throw Failure("\(path) cannot be opened safely", remedy: "Save it anew in the program it comes from, or attach it as PDF.")
            }
            found.append(try Enclosure(opened, name, path, rules))
        }
        let verdicts = try scanner?.scan(found.map(\.file.bytes)) ?? []
        for (path, verdict) in zip(paths, verdicts) {
            if case .virus(let virus) = verdict {
                throw Failure("the virus scanner found \(virus) in \(path)", remedy: "Do not open it; ask where it comes from.")
            }
        }
        return found
    }

    private init(_ opened: Opened, _ name: String, _ path: String, _ rules: AttachmentRules) throws(Failure) {
        guard case .file = opened.form, opened.refusals.isEmpty, let found = Self.only(opened, name) else {
            throw Failure("\(path) \(Self.obstacle(opened))", remedy: "Attach files one by one, each as a program has saved it.")
        }
        let faults = found.traits.compactMap(Self.fault).sorted()
        guard faults.isEmpty else {
            throw Failure("\(path) \(faults.joined(separator: ", and "))", remedy: "Attach it as PDF, or without what is in it.")
        }
        let stored = StoredName.make(name, endings: found.endings, taken: [])
        let ending = stored.split(separator: ".").last.map(String.init) ?? ""
        guard stored.contains("."), rules.types.contains(ending) else {
            throw Failure(
                "\(path) is of a type that this forum does not allow (\(found.type))",
                remedy: "Allowed are: \(rules.types.listed). See attachments: in content/forum.yaml.")
        }
        guard found.bytes.count <= rules.largest else {
            throw Failure("\(path), written anew, is larger than \(rules.largest) bytes", remedy: "Make it smaller.")
        }
        file = Placement.File(name: name, stored: stored, bytes: found.bytes)
        remarks = found.traits.compactMap { Self.remark($0, name) }.sorted()
    }

    private static func only(_ opened: Opened, _ name: String) -> OpenedFile? {
        if let file = opened.files.first { return file }
        guard let text = opened.texts.first, opened.texts.count == 1 else { return nil }
        return OpenedFile(name: name, type: "text/plain", endings: ["txt", "md", "csv"], bytes: text.bytes, traits: [])
    }

    private static func obstacle(_ opened: Opened) -> String {
        switch opened.form {
        case .letter: "is a mail"
        case .archive, .bundle: "is an archive"
        case .file:
            switch opened.refusals.first?.reason {
            case .empty: "is empty"
            case .encrypted: "needs a password"
            case .picture: "is a picture that cannot be read, or has too many pixels"
            default: "cannot be read as what it is"
            }
        }
    }

    private static func fault(_ trait: OpenedFile.Trait) -> String? {
        switch trait {
        case .disguised: "is not what its name says"
        case .macros: "holds macros"
        case .script: "holds script"
        case .encrypted: "needs a password"
        case .actions, .embedded, .external, .rewritten, .damaged: nil
        }
    }

    private static func remark(_ trait: OpenedFile.Trait, _ name: String) -> String? {
        switch trait {
        case .actions: "\(name) starts something when it is opened."
        case .embedded: "\(name) has other files in it."
        case .external: "\(name) loads something from elsewhere."
        case .damaged: "\(name) could not be read to its end."
        case .rewritten: "\(name) was written anew, without position and camera data."
        case .disguised, .macros, .script, .encrypted: nil
        }
    }
}
