import Theme

/// What helps with reading long pages: scripts and a style, open by name, and loaded by the pages that have a use for them.
struct ReadingAssets: Sendable {
    /// File names under `assets/`: the script that the gate starts, the one that starts by itself where there is none, and the style.
    let script: String
    let alone: String
    let style: String

    init(_ theme: Theme) {
        script = AssetNames.name("reading", theme.reading, "js")
        alone = AssetNames.name("reading", theme.readingAlone, "js")
        style = AssetNames.name("reading", theme.readingStyle, "css")
    }
}
