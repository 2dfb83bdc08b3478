import Access
import Diagnostics
import Files
import Model
import Theme

/// What is wrong in each file by itself.
///
/// Sealing has no chance in it, so each page is made again from the content and compared with the file that is there. Where the bytes
/// are the same, one comparison says all there is to say of them: the shell, the place, the keys and with them the audience, the
/// padding, the packing, the text, and the signature, which nobody else can make. That such bytes open for whom they are sealed, and
/// for nobody else, is no matter of the single page; it is shown on every object of guests, and on every sixteenth page in the order of
/// their paths, which are opened with the keys of all who may and of others who may not, and their signatures verified. Where the bytes
/// are others, the page is opened in that way whatever it is: to say what is wrong, and because another version of what packs the
/// texts may have made of the same text what opens as well. So nothing passes that opening alone would not let pass.
struct FileChecks: Sendable {
    let openers: Openers
    private let site: Site
    let root: String
    private let expected: ExpectedSite
    private let hidden: HiddenTexts
    private let keystore: Keystore
    private let gate: SiteGate
    /// Of so many pages for members, one is opened in any case.
    private static let sample = 16

    init(
        _ site: Site, root: String, expected: ExpectedSite, hidden: HiddenTexts, openers: Openers, _ keystore: Keystore
    ) throws(Failure) {
        self.site = site
        self.root = root
        self.expected = expected
        self.hidden = hidden
        self.openers = openers
        self.keystore = keystore
        gate = try SiteGate(site, keystore: keystore, names: AssetNames(site), shells: expected.shells)
    }

    /// What a thread keeps from one file to the next.
    struct State {
        /// The site's folder.
        let folder: String
        var renderers: [Language: TemplateRenderer] = [:]
        /// By the tree that a page lies in, see `Audience.tree`.
        var links: [String: PageLinks]

        /// A file of the site, from where the program runs.
        func file(_ path: String) -> String { folder + "/" + path }
    }

    struct Outcome: Sendable {
        let path: String
        var findings: [Finding] = []
        var objects: [ManifestAudit.Object] = []
        /// What is outside of ciphertext, where it is not the shell of a page.
        var open: [UInt8] = []

        mutating func tell(_ kind: FindingKind, _ detail: String? = nil) { findings.append(.site(kind, path, detail)) }
    }

    /// - Parameters:
    ///   - path: of a file that there is, and that is expected.
    ///   - number: which in the order of such paths.
    func check(_ path: String, number: Int, state: inout State) -> Outcome {
        var outcome = Outcome(path: path)
        do throws(Failure) {
            switch (expected.files[path], gate) {
            case (.open(let bytes), _): try check(open: bytes, state, &outcome)
            case (.page(let entry), .sealed(_, let pages)):
                try check(page: entry, of: pages, opening: number.isMultiple(of: Self.sample), &state, &outcome)
            case (.page(let entry), .server(_, let pages)): try check(plain: entry, of: pages, &state, &outcome)
            case (.attached(let entry), .sealed): try check(attached: entry, state, &outcome)
            case (.attached(let entry), .server): try check(plain: entry, state, &outcome)
            case (nil, _): outcome.tell(.siteUnexpectedFile)
            }
        } catch {
            outcome.tell(.siteUnsafeFile, error.message)
        }
        return outcome
    }

    private func check(open bytes: [UInt8], _ state: State, _ outcome: inout Outcome) throws(Failure) {
        guard let found = try FileSystem.read(state.file(outcome.path), limit: 64 << 20) else { return outcome.tell(.siteChangedFile) }
        if found != bytes { outcome.tell(.siteChangedFile) }
        if !ExpectedSite.isCiphertext(outcome.path) { outcome.open = found }
    }

    private func check(
        page entry: Plan.Entry, of pages: PageSealer, opening: Bool, _ state: inout State, _ outcome: inout Outcome
    ) throws(Failure) {
        guard let bytes = try FileSystem.read(state.file(outcome.path), limit: 256 << 20) else { return outcome.tell(.siteNotSealed) }
        let page = try pages.page(entry, at: outcome.path, with: &state.renderers)
        guard bytes == page.file.bytes, !opening, site.audience(of: entry.subject) == .members else {
            return open(bytes, entry, page, &state, &outcome)
        }
        outcome.objects = page.file.objects.map { ManifestAudit.Object(path: outcome.path, entry: $0) }
        judge(page.text, of: entry, &state, &outcome)
    }

    /// Takes a page apart, and holds what it opens to to what it should.
    private func open(_ bytes: [UInt8], _ entry: Plan.Entry, _ page: PageSealer.Page, _ state: inout State, _ outcome: inout Outcome) {
        let path = outcome.path
        let reader = site.audience(of: entry.subject)
        let parted = site.isParted(entry.subject)
        let inside = expected.shells.shell(for: entry).inside(bytes, parted: parted)?.map { PageAlphabet.decode($0) }
        guard let inside, let sealed = inside[0], inside.count == (parted ? 2 : 1), inside.last != .some(nil) else {
            outcome.open = bytes
            return outcome.tell(.siteNotSealed)
        }
        add(sealed, at: Place(page: path, for: reader), &outcome)
        let text = open(sealed, for: reader, at: { Place(page: path, for: $0) }, &outcome)
        if let text { compare(text, with: page.text, of: entry, &state, &outcome) }
        guard let whole = page.membersText, let part = inside[1] else { return }
        add(part, at: Place(part: path), &outcome)
        // A part has one place, the members'; what guests could open instead would be a page.
        let change = open(part, for: .members, at: { $0 == .members ? Place(part: path) : Place(page: path, for: $0) }, &outcome)
        guard let change, let text else { return }
        do throws(NotOpened) {
            compare(try Part.members(change, of: text, on: sealed), with: whole, of: entry, &state, &outcome)
        } catch {
            outcome.tell(.siteNotOpening, "what members see beside the page belongs to another page")
        }
    }

    private func compare(
        _ text: [UInt8], with rendered: [UInt8], of entry: Plan.Entry, _ state: inout State, _ outcome: inout Outcome
    ) {
        judge(text, of: entry, &state, &outcome)
        if text != rendered { outcome.tell(.siteOutdated) }
    }

    /// What readers must not be shown, whether the content makes it or not.
    func judge(_ text: [UInt8], of entry: Plan.Entry, _ state: inout State, _ outcome: inout Outcome) {
        if let shown = hidden.first(in: text) {
            outcome.tell(.siteHiddenText, "this shows \"\(shown)\", which is withdrawn or not open yet")
        }
        let tree = site.audience(of: entry.subject).tree(site.forum.gate)
        if let address = state.links[tree]?.firstBroken(in: text, of: String(outcome.path.dropFirst(tree.count))) {
            outcome.tell(.siteLink, "\"\(address)\" in this page leads to nothing in the site")
        }
    }

    /// Opens an object that is held in memory; nil, with a finding, where it is not sealed as it must be.
    private func open(_ sealed: [UInt8], for audience: Audience, at place: (Audience) -> Place, _ outcome: inout Outcome) -> [UInt8]? {
        var text: [UInt8] = []
        do throws(Openers.Fault) {
            try openers.open(for: audience, place: place) { (opener, place) throws(NotOpened) in text = try opener.open(sealed, at: place) }
            return text
        } catch {
            outcome.tell(error.kind, error.message)
            return nil
        }
    }

    /// Notes an object for the manifest, by its first bytes.
    func add(_ sealed: [UInt8], at place: Place, _ outcome: inout Outcome) {
        if let entry = ManifestEntry(sealed, at: place, of: keystore) { outcome.objects.append(.init(path: outcome.path, entry: entry)) }
    }
}
