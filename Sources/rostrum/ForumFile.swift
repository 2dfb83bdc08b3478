import Access
import ContentStore
import Diagnostics
import Model

/// forum.yaml, for commands that need nothing else of the content.
enum ForumFile {
    static func load(_ common: CommonOptions) throws(Failure) -> (forum: Forum?, findings: [Finding]) {
        let loaded = try ContentLoader(root: common.root) { Digest.sha256Hex($0) }.forum()
        return (loaded.value, loaded.findings)
    }

    /// What keeps strangers out; a site is sealed where forum.yaml does not say.
    static func gate(_ common: CommonOptions) throws(Failure) -> Forum.Gate { try load(common).forum?.gate ?? .sealed }
}
