/// When a file of the site has to arrive, so that a half-uploaded site opens: what a page needs is there before the page, and
/// the head of the manifest, which says that the site is a newer one, comes when all of it is there. Before all else comes what tells the
/// server whom it may let in.
enum UploadTurn: Int, CaseIterable, Comparable, Sendable {
    case server, keyring, objects, assets, pages, manifest, head

    /// - Parameter path: from the site's root.
    init(of path: String) {
        self =
            switch path {
            case "manifest/head.bin": .head
            case ".htaccess": .server
            case _ where path.hasSuffix("/.htaccess") || path.hasPrefix("server/"): .server
            case _ where path.hasPrefix("keyring/"): .keyring
            case _ where ["files/", "search/"].contains(where: { path.hasPrefix($0) || path.contains("/" + $0) }): .objects
            case _ where path.hasPrefix("manifest/"): .manifest
            case _ where path.hasSuffix(".html"): .pages
            default: .assets
            }
    }

    static func < (a: UploadTurn, b: UploadTurn) -> Bool { a.rawValue < b.rawValue }
}
