import Access
import Diagnostics
import Quarantine

/// What was imported, with the sealed submissions in it opened.
struct Unsealed {
    let opened: Opened
    /// By the numbers of the bundles in it, from 1.
    let seals: [Seal]
    /// The submissions that sealed files in it are, which came before and were not opened again.
    let known: [Int]

    /// Of one thing: each may take as long to open as anything else.
    private static let limit = 20

    /// Where there is nothing sealed.
    init(_ opened: Opened) {
        (self.opened, seals, known) = (opened, [], [])
    }

    /// - Parameters:
    ///   - keystore: the office's; nil for an office that has none.
    ///   - office: the submissions that came before; nil where what came before is to be opened as well.
    init(
        _ opened: Opened, with keystore: Keystore?, in quarantine: Quarantine, knownTo office: KnownSubmissions?
    ) throws(Failure) {
        var work = Work(keystore: keystore, quarantine: quarantine, office: office)
        self.opened = try work.unseal(opened)
        (seals, known) = (work.seals, work.known)
    }

    /// The files in something that was opened that participants and the office seal for each other.
    static func files(in opened: Opened) -> [OpenedFile] {
        opened.files.filter { SealedFile($0.bytes) != nil } + opened.inner.flatMap(files)
    }

    /// What has been found so far.
    private struct Work {
        let keystore: Keystore?
        let quarantine: Quarantine
        let office: KnownSubmissions?
        var seals: [Seal] = []
        /// How many were handed to the quarantine, whatever came of it.
        var tried = 0
        var known: [Int] = []

        /// What cannot be unsealed is among the refusals. What is in a bundle is not unsealed: nobody's form seals twice.
        mutating func unseal(_ opened: Opened) throws(Failure) -> Opened {
            var (files, refusals, inner): ([OpenedFile], [Opened.Refusal], [Opened]) = ([], opened.refusals, [])
            for one in opened.inner { inner.append(try unseal(one)) }
            for file in opened.files {
                guard let kind = SealedFile(file.bytes) else {
                    files.append(file)
                    continue
                }
                let hash = Digest.sha256Hex(file.bytes)
                if let number = office?.number(of: Seal.identity(ofFile: hash)) {
                    known.append(number)
                } else if kind == .returnedText {
                    refusals.append(Opened.Refusal(name: file.name, reason: .returnedText))
                } else {
                    let found = try bundle(file, hash)
                    if found.form == .file { refusals += found.refusals } else { inner.append(found) }
                }
            }
            return Opened(form: opened.form, texts: opened.texts, files: files, refusals: refusals, inner: inner)
        }

        /// What is sealed in a file; nothing but a refusal where that cannot be known.
        private mutating func bundle(_ file: OpenedFile, _ hash: String) throws(Failure) -> Opened {
            func refused(_ reason: Opened.Refusal.Reason) -> Opened {
                Opened(form: .file, refusals: [Opened.Refusal(name: file.name, reason: reason)])
            }
            guard tried < Unsealed.limit else { return refused(.tooMany) }
            guard let keystore else { return refused(.sealedForLostKey) }
            let submission: SealedSubmission
            do {
                submission = try SealedSubmission(file.bytes, with: keystore)
            } catch {
                return refused(Opened.Refusal.Reason(error))
            }
            tried += 1
            switch try quarantine.open(bundle: submission.bundle, name: file.name) {
            case .failure(let fault): return refused(fault == .tooLong ? .tooLarge : .sealedDamaged)
            case .success(let opened):
                guard case .bundle = opened.form else { return refused(.sealedDamaged) }
                seals.append(Seal(submission, fileHash: hash))
                return Opened(
                    form: .bundle(number: seals.count), texts: opened.texts, files: opened.files, refusals: opened.refusals,
                    inner: opened.inner)
            }
        }
    }
}

extension Opened.Refusal.Reason {
    fileprivate init(_ refusal: SealedRefusal) {
        switch refusal {
        case .notKnown: self = .sealedOtherwise
        case .anotherSite: self = .sealedElsewhere
        case .keyNotKept: self = .sealedForLostKey
        case .damaged, .badlyPacked, .badBundle: self = .sealedDamaged
        case .tooLong: self = .tooLarge
        }
    }
}
