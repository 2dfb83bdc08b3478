import Access
import Check
import ContentStore
package import Diagnostics
import Files
import Model
import Theme

extension Build {
    /// The HTML that a page embeds for one text of the forum, in the text's own language, with what is wrong in that file;
    /// nil, with all that is wrong in the forum, where nothing can be rendered. Nothing is written.
    ///
    /// - Parameter path: from the forum's root, as in `content/pages/help/index.en.md`.
    package func fragment(_ path: String) throws(Failure) -> (html: [UInt8]?, findings: [Finding]) {
        try requireForum()
        let checked = try checked(try list(), Cache(reading: settings.root))
        let all = try checked.findings()
        let findings = all.filter { $0.location?.file == path }
        // The keys name the files that a text leads to. Whoever may not read them gets stand-ins.
        let mayRead = FileSystem.mayRead(settings.office + "/keystore.json")
        let keystore = mayRead ? try Keystore.load(office: settings.office, ask: settings.ask) : nil
        guard let site = try checked.site(keystore: keystore), let text = checked.text(path) else {
            return (nil, findings.isEmpty ? all : findings)
        }
        let writing = Writing(site, text.language, site.theme.renderer(for: text.language), root: "../../")
        return (writing.body(text, original: nil).html, findings)
    }
}
