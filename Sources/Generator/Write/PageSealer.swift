import Access
import Diagnostics
import Model
import Theme

/// Makes the file of a planned page: rendered, sealed for whom it is, in its shell. The same page always gives the same bytes.
struct PageSealer: Sendable {
    private let site: Site
    private let pages: PageRenderer
    private let sealer: Sealer
    private let shells: Shells

    init(_ site: Site, sealer: Sealer, shells: Shells) {
        self.site = site
        self.sealer = sealer
        self.shells = shells
        pages = PageRenderer(site)
    }

    /// A page, and the text that is sealed in it for those whom it is for.
    struct Page: Sendable {
        let file: SealedPage
        let text: [UInt8]
    }

    /// - Parameters:
    ///   - path: of its file, from the site's root.
    ///   - renderers: the calling thread's own, by language.
    func page(_ entry: Plan.Entry, at path: String, with renderers: inout [Language: TemplateRenderer]) throws(Failure) -> Page {
        let reader = site.audience(of: entry.subject)
        let text = pages.render(entry, for: reader, with: &renderers)
        let sealed = try sealer.seal(text, at: Place(page: path, for: reader))
        let whole = site.isParted(entry.subject) ? pages.render(entry, for: .members, with: &renderers) : nil
        let part = try whole.map { (whole) throws(Failure) in
            try sealer.seal(Part.text(from: text, to: whole, on: sealed), at: Place(part: path))
        }
        return Page(file: SealedPage(sealed, part: part, in: shells.shell(for: entry)), text: text)
    }
}

extension Site {
    /// Whether members see more of a page than its guests: of a discussion, and of nothing else.
    func isParted(_ subject: Subject) -> Bool {
        guard case .discussion = subject else { return false }
        return audience(of: subject) != .members
    }
}
