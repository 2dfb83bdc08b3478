import Access
import Diagnostics
import Files
import Model
import Theme

/// What stands between the site's pages and those who fetch them, as `gate` in `forum.yaml` has it: sealing, or the server's own login.
/// It makes pages and files into files of the site; the same ones always into the same bytes, so that an audit can make them again.
enum SiteGate: Sendable {
    case sealed(Sealer, PageSealer)
    case server(PlainPermit, PlainPages)

    init(_ site: Site, keystore: Keystore, names: AssetNames, shells: Shells) throws(Failure) {
        if let permit = PlainPermit(site.forum) {
            self = .server(permit, PlainPages(site, names: names, permit: permit))
        } else {
            let sealer = try Sealer(keystore, guestsOf: site.guestDiscussions, at: site.catalog.now)
            self = .sealed(sealer, PageSealer(site, sealer: sealer, shells: shells))
        }
    }

    /// - Parameters:
    ///   - path: of its file, from the site's root.
    ///   - renderers: the calling thread's own, by language.
    /// - Returns: the file, and how many bytes its text has.
    func page(
        _ entry: Plan.Entry, at path: String, with renderers: inout [Language: TemplateRenderer]
    ) throws(Failure) -> (file: SiteFile, plain: Int) {
        switch self {
        case .sealed(_, let pages):
            let page = try pages.page(entry, at: path, with: &renderers)
            return (.sealed(page.file), page.text.count)
        case .server(_, let pages):
            let page = pages.page(entry, with: &renderers)
            return (.plainPage(page.file), page.text.count)
        }
    }

    func made(_ file: MadeFile) throws(Failure) -> SiteFile {
        switch self {
        case .sealed(let sealer, _): .object(try sealer.seal(file.text, at: file.place(file.audience)))
        case .server(let permit, _): .plainMade(PlainMade(file, permit))
        }
    }

    /// - Parameter file: the attachment or picture itself, open.
    func attached(_ entry: FilePlan.Entry, _ file: OpenFile) throws(Failure) -> SiteFile {
        switch self {
        case .sealed(let sealer, _): try AttachedFiles.sealed(entry, file, sealer)
        case .server(let permit, _): .plainFile(try PlainFile(file, permit))
        }
    }
}
