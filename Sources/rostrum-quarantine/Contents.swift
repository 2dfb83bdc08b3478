import Quarantine

/// What has been found in one thing so far: the parts of an `Opened` in the making.
struct Contents {
    private(set) var texts: [Opened.Writing] = []
    private(set) var files: [OpenedFile] = []
    private(set) var refusals: [Opened.Refusal] = []
    private(set) var inner: [Opened] = []
    /// Names that are taken, in lower case.
    private var names: Set<String> = []

    /// Whether nothing was found, and nothing left out.
    var isEmpty: Bool { texts.isEmpty && files.isEmpty && refusals.isEmpty && inner.isEmpty }

    /// Adds a text, unless it is empty or longer than a text may be.
    mutating func add(text bytes: [UInt8], name: String?, called: String, fromHTML: Bool = false) {
        guard bytes.count <= QuarantineLimits.text else { return refuse(called, .tooLarge) }
        texts.append(Opened.Writing(name: name, bytes: bytes, fromHTML: fromHTML))
    }

    mutating func add(file: OpenedFile) {
        files.append(file)
    }

    /// Adds a mail or archive, or what is left to be said of one that could not be opened.
    mutating func add(inner opened: Opened) {
        if opened.form == .file { refusals += opened.refusals } else { inner.append(opened) }
    }

    mutating func refuse(_ name: String, _ reason: Opened.Refusal.Reason) {
        refusals.append(Opened.Refusal(name: FileName.printable(name), reason: reason))
    }

    /// Takes over what was found in a part that is no thing of its own, such as a `winmail.dat`.
    mutating func add(_ other: Contents) {
        texts += other.texts
        files += other.files
        refusals += other.refusals
        inner += other.inner
    }

    /// A name that nothing else here has: the second `image.png` of a mail becomes `image-2.png`.
    mutating func free(_ name: String) -> String {
        var free = name
        var number = 1
        while !names.insert(free.lowercased()).inserted {
            number += 1
            free = FileName.numbered(name, number)
        }
        return free
    }

    func opened(as form: Opened.Form) -> Opened {
        Opened(form: form, texts: texts, files: files, refusals: refusals, inner: inner)
    }
}
