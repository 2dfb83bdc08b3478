import Foundation

/// The names of the files that came with a submission, as texts may write them.
struct AttachedNames {
    private let names: Set<String>

    init(_ files: [SubmittedFile]) {
        names = Set(files.flatMap { file in [file.name, file.name.lastPart].map(Self.key) })
    }

    /// Whether a file came that is meant by a name.
    func has(_ name: String) -> Bool {
        names.contains(Self.key(name)) || names.contains(Self.key(name.lastPart))
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
