import Access
import Check
import ContentStore
package import Diagnostics
import Files
import Model
import Theme

extension Build {
    /// The HTML that a page embeds for one text of the forum, in the text's own language; nil where there is none.
    ///
    /// - Parameter path: from the forum's root, as in `content/pages/help/index.en.md`.
    package func fragment(_ path: String) throws(Failure) -> (html: [UInt8]?, findings: [Finding]) {
        let (cache, lock) = try open()
        defer { withExtendedLifetime(lock) {} }
        let checked = try checked(try list(), cache)
        let findings = try checked.findings().filter { $0.location?.file == path }
        let office = settings.root + "/office"
        let keystore = try FileSystem.look(office + "/keystore.json") == nil ? nil : try Keystore.load(office: office)
        guard let site = checked.site(keystore: keystore), let text = checked.text(path) else { return (nil, findings) }
        let writing = Writing(site, text.language, site.theme.renderer(for: text.language), root: "../../")
        return (writing.body(text, original: nil).html, findings)
    }
}
