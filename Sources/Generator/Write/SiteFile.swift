import Access
import Theme

/// What the writer takes: a page whose text is sealed, or a thing that is open by name. There is no third case, and
/// neither can be made from a page's text, so a page that is not sealed does not compile into the output.
enum SiteFile: Sendable {
    case sealed(SealedPage)
    case open(OpenAsset)

    var bytes: [UInt8] {
        switch self {
        case .sealed(let page): page.bytes
        case .open(let asset): asset.bytes
        }
    }
}

/// A shell around a ciphertext.
struct SealedPage: Sendable {
    fileprivate let bytes: [UInt8]

    /// - Parameter shell: the shell of the page's language, which is the same for all pages at that depth.
    init(_ sealed: Sealed, in shell: Shell) {
        bytes = shell.around(Base64.encode(sealed.bytes))
    }
}

/// Something open by name: the theme's styles and scripts, the keyring, the front page and the page for lost addresses.
/// Each way to make one takes what is open anyway, never content.
struct OpenAsset: Sendable {
    fileprivate let bytes: [UInt8]

    /// A style or script as it stands in the theme, or a language's words for the gate.
    init(theme bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A file of the keyring.
    init(keyring bytes: [UInt8]) {
        self.bytes = bytes
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
