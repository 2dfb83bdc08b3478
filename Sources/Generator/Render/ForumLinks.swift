import Access
package import Diagnostics
import Markdown
import Model
import Theme

extension Build {
    /// What another page can show of the forum to everybody: for each language its title, which leads to where readers sign in, and
    /// how many discussions are open and until when, without their titles. HTML without classes, to be pasted as it is.
    ///
    /// - Returns: nil, with all that is wrong in the forum, where errors leave nothing to show. Nothing is written.
    package func links() throws(Failure) -> (html: [UInt8]?, findings: [Finding]) {
        try requireForum()
        let checked = try checked(try list(), Cache(reading: settings.root))
        let findings = try checked.findings()
        let isSound = !findings.contains { $0.kind.severity == .error }
        guard isSound, let site = try checked.site(keystore: nil) else { return (nil, findings) }
        return (site.forum.languages.flatMap { Self.links(in: $0, site) }, findings)
    }

    private static func links(in language: Language, _ site: Site) -> [UInt8] {
        let writing = Writing(site, language, site.theme.renderer(for: language), root: "")
        let open = site.catalog.topics.map(writing.statusMark).filter { $0.state == "open" }
        var html = Array("<div lang=\"\(language)\" dir=\"\(Writing.direction(language))\">\n<p><a href=\"".utf8)
        html.append(escaped: "\(site.forum.baseURL)\(language)/")
        html += Array("\">".utf8)
        html.append(escaped: site.forum.title.title(in: language, else: site.forum.defaultLanguage).text)
        html += Array("</a></p>\n".utf8)
        if !open.isEmpty {
            html += Array("<p>".utf8)
            html.append(escaped: writing.strings.text(.groupOpen))
            html += Array("</p>\n<ul>\n".utf8)
            for (label, count) in Self.counted(open.map(\.label)) {
                html += Array("<li>".utf8)
                html.append(escaped: "\(writing.strings.plural(.discussionCount, count)): \(label)")
                html += Array("</li>\n".utf8)
            }
            html += Array("</ul>\n".utf8)
        }
        return html + Array("</div>\n".utf8)
    }

    /// Each label with how often it stands there, in the order in which they come.
    private static func counted(_ labels: [String]) -> [(label: String, count: Int)] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for label in labels {
            if counts[label] == nil { order.append(label) }
            counts[label, default: 0] += 1
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }
}
