/// Names of files from outside, made fit to be names here.
enum FileName {
    /// The last part of a name that a sender gave to an attachment, fit for one file; nil where nothing of it is left.
    ///
    /// Old clients send whole paths, as in `C:\Documents\plan.pdf`.
    static func attachment(_ name: String) -> String? {
        component(String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""))
    }

    /// One part of a path, in normal form C, without control characters, of at most 200 bytes; nil where nothing is left.
    static func component(_ name: String) -> String? {
        var clean = NormalForm.composed(OneLine.text(name))
        clean = clean.replacing("/", with: "-")
        guard clean != ".", clean != "..", !clean.isEmpty else { return nil }
        guard clean.utf8.count > 200 else { return clean }
        // What a file is told by stays at its end.
        let ending = clean.lastIndex(of: ".").map { String(clean[$0...]) }.flatMap { $0.utf8.count <= 20 ? $0 : nil } ?? ""
        while clean.utf8.count > 200 - ending.utf8.count { clean.removeLast() }
        return clean + ending
    }

    /// A name as it is told to somebody: in one line, of at most 200 scalars.
    static func printable(_ name: String) -> String {
        OneLine.text(name, limit: 200)
    }

    /// What stands behind the last dot, in lower case; empty where there is none.
    static func ending(_ path: String) -> String {
        let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased().trimmingBlanks()
    }

    /// The same path with a number before its ending.
    static func numbered(_ path: String, _ number: Int) -> String {
        let ending = ending(path)
        guard !ending.isEmpty, path.lowercased().hasSuffix("." + ending) else { return "\(path)-\(number)" }
        return "\(path.dropLast(ending.count + 1))-\(number).\(path.suffix(ending.count))"
    }
}

extension String {
    /// Without spaces at its ends.
    fileprivate func trimmingBlanks() -> String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
