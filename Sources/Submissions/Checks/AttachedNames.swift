import Foundation

/// The names of the files that came with a submission, as texts may write them.
struct AttachedNames {
    private let names: Set<String>
    private let pictures: Set<String>

    init(_ files: [SubmittedFile]) {
        let keys = { (files: [SubmittedFile]) in Set(files.flatMap { [$0.name, $0.name.lastPart].map(Self.key) }) }
        names = keys(files)
        pictures = keys(files.filter { $0.type.hasPrefix("image/") })
    }

    /// Whether a file came that is meant by a name.
    func has(_ name: String) -> Bool {
        names.contains(Self.key(name)) || names.contains(Self.key(name.lastPart))
    }

    /// Whether the file that is meant is one that a page can show.
    func isPicture(_ name: String) -> Bool {
        pictures.contains(Self.key(name)) || pictures.contains(Self.key(name.lastPart))
    }

    /// Names differ in case, and in how accents are spelt, only where nobody means it: mail programs and systems change both.
    static func key(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    /// The file that a destination names: one under `files/`, or a bare name that is no text of the forum; nil for anything else.
    static func name(in destination: String) -> String? {
        let plain = destination.prefix { $0 != "#" && $0 != "?" }
        var path = Substring(plain.removingPercentEncoding ?? String(plain))
        if path.hasPrefix("./") { path = path.dropFirst(2) }
        if path.hasPrefix("files/") { return String(path.dropFirst("files/".count)) }
        let isBare = !path.isEmpty && !path.contains("/") && !path.contains(":") && path != "." && path != ".."
        return isBare && !path.lowercased().hasSuffix(".md") ? String(path) : nil
    }
}

extension String {
    /// What stands behind the last `/`.
    var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
