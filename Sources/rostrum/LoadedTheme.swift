import Diagnostics
import Model
import Synchronization
import Theme

/// The forum's theme with what is wrong in it, read once by each command, however many parts of it ask.
struct LoadedTheme: Sendable {
    let theme: Theme?
    let findings: [Finding]

    private struct Key: Hashable {
        let root: String
        let languages: [Language]
    }

    private static let loaded = Mutex<[Key: LoadedTheme]>([:])

    /// - Parameter languages: those of the forum, or of them those that are needed.
    static func load(_ common: CommonOptions, _ languages: [Language]) throws(Failure) -> LoadedTheme {
        let key = Key(root: common.root, languages: languages)
        if let known = loaded.withLock({ $0[key] }) { return known }
        let (theme, findings) = try Theme.load(
            root: common.root, folders: try ThemeFolders.find(nil, root: common.root), languages: languages)
        let made = LoadedTheme(theme: theme, findings: findings)
        loaded.withLock { $0[key] = made }
        return made
    }
}
