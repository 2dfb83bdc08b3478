import Theme

/// The script and the style that help with reading long pages: open by name, and loaded by the pages that have a use for them.
struct ReadingAssets: Sendable {
    /// File names under `assets/`.
    let script: String
    let style: String
    /// By file names.
    let bytes: [String: [UInt8]]

    init(_ theme: Theme) {
        script = AssetNames.name("reading", theme.reading, "js")
        style = AssetNames.name("reading", theme.readingStyle, "css")
        bytes = [script: theme.reading, style: theme.readingStyle]
    }
}
