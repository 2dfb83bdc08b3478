/// A folder of a theme's strings, one file for each language in it: those of pages in `strings/`, all others in a folder below it, whose
/// name comes before their keys.
struct StringFolder: Sendable {
    /// Within the theme.
    let path: String
    /// What Swift asks for.
    let names: [any StringName]
    /// The script that says what stands under one key of these strings.
    let script: ScriptParts?

    static let all = [
        StringFolder(path: "strings", names: StringKey.allCases, script: .gate),
        StringFolder(path: "strings/book", names: BookString.allCases, script: nil),
        StringFolder(path: "strings/digest", names: DigestString.allCases, script: nil),
        StringFolder(path: "strings/mail", names: MailString.allCases, script: nil),
        StringFolder(path: "strings/form", names: [], script: .form),
        StringFolder(path: "strings/preview", names: [], script: .preview),
        StringFolder(path: "strings/reading", names: [], script: .reading),
        StringFolder(path: "strings/search", names: SearchString.allCases, script: .search),
        StringFolder(path: "strings/report", names: ReportString.allCases, script: nil),
    ]

    /// What its keys begin with: `mail.`; nothing for those of pages.
    var prefix: String { path == Self.pages ? "" : path.dropFirst(Self.pages.count + 1) + "." }

    /// Whether a key belongs here.
    func has(_ key: String) -> Bool {
        prefix.isEmpty ? !Self.all.contains { !$0.prefix.isEmpty && key.hasPrefix($0.prefix) } : key.hasPrefix(prefix)
    }

    private static let pages = "strings"
}
