import Theme

/// What the search is made of beside its pages: its script and its style, open by name.
struct SearchAssets: Sendable {
    /// File names under `assets/`.
    let script: String
    let style: String
    /// By file names.
    let bytes: [String: [UInt8]]

    init(_ theme: Theme) {
        script = AssetNames.name("search", theme.search, "js")
        style = AssetNames.name("search", theme.searchStyle, "css")
        bytes = [script: theme.search, style: theme.searchStyle]
    }
}
