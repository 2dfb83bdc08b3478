/// What came from outside, taken apart: a mail, an archive, a text or any other file.
///
/// The rules of this target: nothing from outside is parsed in the program's own process; a child does it (`rostrum-quarantine`), with
/// limits of time and memory, and what it gives back is values, checked here once more; whatever was left out is among the refusals,
/// with why, so that nothing is lost in silence.
package struct Opened: Sendable, Hashable {
    /// What it is, by its content and not by its name.
    package let form: Form
    /// Texts in the order in which they stand: a mail's own text first, then attached Markdown and text files.
    package let texts: [Writing]
    /// Everything that is neither text, mail nor archive, in the order in which it stands.
    package let files: [OpenedFile]
    /// What was left out.
    package let refusals: [Refusal]
    /// Attached mails and archives, each opened in its turn.
    package let inner: [Opened]

    package init(
        form: Form, texts: [Writing] = [], files: [OpenedFile] = [], refusals: [Refusal] = [], inner: [Opened] = []
    ) {
        self.form = form
        self.texts = texts
        self.files = files
        self.refusals = refusals
        self.inner = inner
    }

    /// What something from outside is.
    package enum Form: Sendable, Hashable {
        case letter(Letter)
        /// With its name, as it was attached or named.
        case archive(name: String)
        /// What was in a sealed submission. Nothing else is one, whatever it begins with. Who unsealed it numbers them, from 1; a child
        /// says 0.
        case bundle(number: Int)
        /// A text or any other file by itself.
        case file
    }

    /// A text.
    package struct Writing: Sendable, Hashable {
        /// The file's name, or its path in an archive, with `/`; nil for what a mail itself says.
        package let name: String?
        /// UTF-8 with LF line endings, whatever it came in.
        package let bytes: [UInt8]
        /// Whether it was made of HTML, because there was no plain text.
        package let fromHTML: Bool

        package init(name: String?, bytes: [UInt8], fromHTML: Bool = false) {
            self.name = name
            self.bytes = bytes
            self.fromHTML = fromHTML
        }
    }

    /// Something that was left out.
    package struct Refusal: Sendable, Hashable {
        /// The name of the file, or its path in an archive; made printable, at most 200 scalars.
        package let name: String
        package let reason: Reason

        package init(name: String, reason: Reason) {
            self.name = name
            self.reason = reason
        }

        /// Why something was left out.
        package enum Reason: String, Sendable, CaseIterable {
            /// Larger than `QuarantineLimits` allow, packed or unpacked.
            case tooLarge = "too-large"
            /// An archive or mail with more parts than `QuarantineLimits.parts`.
            case tooMany = "too-many"
            /// Mails in mails, archives in archives, past `QuarantineLimits.depth`.
            case tooDeep = "too-deep"
            /// Needs a key or a password.
            case encrypted
            /// Signed in a way that hides the text, as with S/MIME `smime.p7m`.
            case hiddenBySignature = "hidden-by-signature"
            /// Damaged, or not what it says it is.
            case damaged
            /// A path in an archive that leads out of it.
            case pathOutside = "path-outside"
            /// A link, device or other entry of an archive that is no file.
            case noFile = "no-file"
            /// Two files of the same path.
            case twice
            /// A picture that cannot be decoded, or has more than `QuarantineLimits.pixels`.
            case picture
            /// A text in an encoding that is not known, or that is not text.
            case encoding
            /// Empty.
            case empty
            /// Sealed for another forum. This and what follows is said by who has the keys, and not by a child.
            case sealedElsewhere = "sealed-elsewhere"
            /// Sealed for a key that the office does not have, or no longer.
            case sealedForLostKey = "sealed-for-lost-key"
            /// Sealed in a way that this program does not know.
            case sealedOtherwise = "sealed-otherwise"
            /// Sealed, and damaged since, or by something else than the form.
            case sealedDamaged = "sealed-damaged"
            /// A text that the office had returned, sealed for its author: it came back as it was.
            case returnedText = "returned-text"

            /// Whether it is said of something sealed.
            package var isOfSeal: Bool {
                switch self {
                case .sealedElsewhere, .sealedForLostKey, .sealedOtherwise, .sealedDamaged, .returnedText: true
                default: false
                }
            }
        }
    }
}
