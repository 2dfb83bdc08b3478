import Access
import Diagnostics
import Files
import Model
import Theme

/// What is wrong in each file by itself.
///
/// Nothing is taken for granted of a page that was sealed: the shell is compared with the bytes around the ciphertext, the ciphertext is
/// opened with the keys of everybody whom it is for and tried with others (see `Openers`), and what it opens to is compared with the text
/// that the content makes. Everything of the format is read as a reader's program reads it, but for one thing: the signature is made again
/// and compared (see `Opener`), which is no weaker and takes half the time. What packed a text is not asked about: another version of it
/// may have made other bytes of the same text, which open as well.
struct FileChecks: Sendable {
    let openers: Openers
    private let site: Site
    let root: String
    private let expected: ExpectedSite
    private let hidden: HiddenTexts
    private let keystore: Keystore
    private let pages: PageRenderer
    /// For `gate: server`; nil where the site is sealed.
    private let plain: PlainPages?
    /// By the tree that a page lies in, see `Audience.tree`.
    private let links: [String: PageLinks]

    init(_ site: Site, root: String, expected: ExpectedSite, hidden: HiddenTexts, openers: Openers, _ keystore: Keystore) {
        self.site = site
        self.root = root
        self.expected = expected
        self.hidden = hidden
        self.openers = openers
        self.keystore = keystore
        pages = PageRenderer(site)
        plain = PlainPermit(site.forum).map { PlainPages(site, names: AssetNames(site), permit: $0) }
        links = expected.trees(site).mapValues { PageLinks($0) }
    }

    /// What a thread keeps from one file to the next.
    struct State {
        /// The site's folder, and where it is.
        let site: Anchor
        let folder: String
        var renderers: [Language: TemplateRenderer] = [:]

        /// A file of the site, from where the program runs.
        func file(_ path: String) -> String { folder + "/" + path }
    }

    struct Outcome: Sendable {
        let path: String
        /// Which in the order of the paths that are expected and there.
        let number: Int
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
        var outcome = Outcome(path: path, number: number)
        do throws(Failure) {
            switch (expected.files[path], plain) {
            case (.open(let bytes), _): try check(open: bytes, state, &outcome)
            case (.page(let entry), nil): try check(page: entry, &state, &outcome)
            case (.page(let entry), let pages?): try check(plain: entry, of: pages, &state, &outcome)
            case (.attached(let entry), nil): try check(attached: entry, state, &outcome)
            case (.attached(let entry), .some): try check(plain: entry, state, &outcome)
            case (.made(let file), nil): try check(made: file, state, &outcome)
            case (.made(let file), .some): try check(plain: file, state, &outcome)
            case (nil, _): outcome.tell(.siteUnexpectedFile)
            }
        } catch {
            outcome.tell(.siteUnsafeFile, error.message)
        }
        return outcome
    }

    private func check(open bytes: [UInt8], _ state: State, _ outcome: inout Outcome) throws(Failure) {
        let path = outcome.path
        guard let found = try FileSystem.read(path, limit: 64 << 20, from: state.site) else { return outcome.tell(.siteChangedFile) }
        if found != bytes { outcome.tell(.siteChangedFile) }
        if !ExpectedSite.isCiphertext(outcome.path) { outcome.open = found }
    }

    /// Takes a page apart, and holds what it opens to to what it should.
    private func check(page entry: Plan.Entry, _ state: inout State, _ outcome: inout Outcome) throws(Failure) {
        let path = outcome.path
        guard let bytes = try FileSystem.read(path, limit: 256 << 20, from: state.site) else { return outcome.tell(.siteNotSealed) }
        let reader = site.audience(of: entry.subject)
        let parted = site.isParted(entry.subject)
        let inside = expected.shells.shell(for: entry).inside(bytes, parted: parted)?.map { PageAlphabet.decode($0) }
        guard let inside, let sealed = inside[0], inside.count == (parted ? 2 : 1), inside.last != .some(nil) else {
            outcome.open = bytes
            return outcome.tell(.siteNotSealed)
        }
        add(sealed, at: Place(page: path, for: reader), &outcome)
        let text = open(sealed, for: reader, at: { Place(page: path, for: $0) }, &outcome)
        if let text { compare(text, with: pages.render(entry, for: reader, with: &state.renderers), of: entry, &outcome) }
        guard parted, let part = inside[1] else { return }
        add(part, at: Place(part: path), &outcome)
        // A part has one place, the members'; what guests could open instead would be a page.
        let place = { $0 == .members ? Place(part: path) : Place(page: path, for: $0) }
        let change = open(part, for: .members, beside: reader, at: place, &outcome)
        guard let change, let text else { return }
        do throws(NotOpened) {
            let whole = try Part.members(change, of: text, on: sealed)
            compare(whole, with: pages.render(entry, for: .members, with: &state.renderers), of: entry, &outcome)
        } catch {
            outcome.tell(.siteNotOpening, "what members see beside the page belongs to another page")
        }
    }

    private func compare(_ text: [UInt8], with rendered: [UInt8], of entry: Plan.Entry, _ outcome: inout Outcome) {
        judge(text, of: entry, &outcome)
        let isSame = text.withUnsafeBytes { text in rendered.withUnsafeBytes { ByteStrings.same(text, $0) } }
        if !isSame { outcome.tell(.siteOutdated) }
    }

    /// What readers must not be shown, whether the content makes it or not.
    func judge(_ text: [UInt8], of entry: Plan.Entry, _ outcome: inout Outcome) {
        if let shown = hidden.first(in: text) {
            outcome.tell(.siteHiddenText, "this shows \"\(shown)\", which is withdrawn or not open yet")
        }
        let tree = site.audience(of: entry.subject).tree(site.forum.gate)
        if let address = links[tree]?.firstBroken(in: text, of: String(outcome.path.dropFirst(tree.count))) {
            outcome.tell(.siteLink, "\"\(address)\" in this page leads to nothing in the site")
        }
    }

    /// Opens a file that the build makes, and holds it to what the content makes now.
    private func check(made file: MadeFile, _ state: State, _ outcome: inout Outcome) throws(Failure) {
        let found = try FileSystem.read(outcome.path, limit: 256 << 20, from: state.site)
        guard let sealed = found else { return outcome.tell(.siteNotSealed) }
        add(sealed, at: file.place(file.audience), &outcome)
        guard let text = open(sealed, for: file.audience, at: file.place, &outcome) else { return }
        judge(made: text, &outcome)
        if text != file.text { outcome.tell(.siteOutdated) }
    }

    /// What readers must not find, whether the content makes it or not.
    func judge(made text: [UInt8], _ outcome: inout Outcome) {
        guard let shown = hidden.first(in: text) else { return }
        outcome.tell(.siteHiddenText, "this holds \"\(shown)\", which is withdrawn or not open yet")
    }

    /// Opens an object that is held in memory; nil, with a finding, where it is not sealed as it must be.
    private func open(
        _ sealed: [UInt8], for audience: Audience, beside: Audience? = nil, at place: (Audience) -> Place, _ outcome: inout Outcome
    ) -> [UInt8]? {
        var text: [UInt8] = []
        do throws(Openers.Fault) {
            try openers.open(for: audience, number: outcome.number, beside: beside, place: place) {
                (opener, place) throws(NotOpened) in
                text = try opener.open(sealed, at: place)
            } decrypts: { (opener, place) throws(NotOpened) in
                try opener.decrypts(sealed.count, at: place) { sealed[$0] }
            }
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
