import Access
import Theme

/// What the writer takes: a page whose text is sealed, a thing that is open by name, or what a `PlainPermit` made, which only
/// `gate: server` yields. There is no further case, and none can be made from a page's text otherwise, so a page that is not sealed
/// does not compile into the output of a sealed site.
enum SiteFile: Sendable {
    case sealed(SealedPage)
    /// An attachment or picture, or a file that the build makes.
    case object(Sealed)
    /// The same, too large to be held in memory.
    case long(LongObject)
    case open(OpenAsset)
    case plainPage(PlainPage)
    case plainFile(PlainFile)
    case plainMade(PlainMade)

    /// Tells its bytes from any others.
    var fingerprint: Fingerprint {
        switch self {
        case .sealed(let page): Fingerprint(page.bytes)
        case .object(let object): Fingerprint(object.bytes)
        case .long(let object): Fingerprint(object.preface)  // it holds the tags of all that follows
        case .open(let asset): Fingerprint(asset.bytes)
        case .plainPage(let page): Fingerprint(page.bytes)
        case .plainFile(let file): file.fingerprint
        case .plainMade(let made): Fingerprint(made.bytes)
        }
    }

    /// What the manifest says of the objects in it.
    var objects: [ManifestEntry] {
        switch self {
        case .sealed(let page): page.objects
        case .object(let object): [object.entry]
        case .long(let object): [object.entry]
        case .open, .plainPage, .plainFile, .plainMade: []
        }
    }
}

/// A shell around a ciphertext.
struct SealedPage: Sendable {
    let bytes: [UInt8]
    /// What the manifest says of the objects in it.
    let objects: [ManifestEntry]

    /// - Parameters:
    ///   - part: what members see beside, where the page is sealed for guests.
    ///   - shell: the shell of the page's language, which is the same for all pages at that depth.
    init(_ sealed: Sealed, part: Sealed? = nil, in shell: Shell) {
        bytes = shell.around(PageAlphabet.encode(sealed.bytes), part: part.map { PageAlphabet.encode($0.bytes) })
        objects = [sealed.entry] + (part.map { [$0.entry] } ?? [])
    }
}

/// Something open by name: the theme's styles and scripts, the keyring, the front page and the page for lost addresses.
/// Each way to make one takes what is open anyway, never content.
struct OpenAsset: Sendable {
    let bytes: [UInt8]

    /// A style or script as it stands in the theme, or a language's words for the gate.
    init(theme bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A file of the keyring.
    init(keyring bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A file of the manifest.
    init(manifest bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Settings for a web server.
    init(server text: String) {
        bytes = Array(text.utf8)
    }

    /// The front page.
    init(_ view: FrontView, _ renderer: TemplateRenderer) {
        bytes = renderer.render(view)
    }

    /// The page for addresses where there is nothing.
    init(_ view: NotFoundView, _ renderer: TemplateRenderer) {
        bytes = renderer.render(view)
    }

    private init() {
        bytes = []
    }

    /// The empty file by which git keeps the folder.
    static let keeper = OpenAsset()
}
