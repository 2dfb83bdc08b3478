import Access
import Diagnostics
import Quarantine

/// Opens sealed submissions with the keys of the office, which are loaded when the first is met: nobody is asked for a passphrase who
/// needs none, and nobody twice.
struct Unsealer {
    private let quarantine: Quarantine
    private let load: LoadKeys
    private var keys: Keys?

    /// What came of loading the keys.
    private enum Keys {
        case loaded(Keystore?)
        case shut(Failure)
    }

    init(_ quarantine: Quarantine, keys load: @escaping LoadKeys) {
        self.quarantine = quarantine
        self.load = load
    }

    /// Why the keys cannot be used; nil where they can, or were not needed.
    var failure: Failure? {
        if case .shut(let failure) = keys { failure } else { nil }
    }

    /// What was imported with the sealed submissions in it opened; nil where the keys cannot be used.
    ///
    /// - Parameter office: the submissions that came before; nil where what came before is to be opened as well.
    mutating func unseal(_ opened: Opened, knownTo office: KnownSubmissions?) throws(Failure) -> Unsealed? {
        let sealed = Unsealed.files(in: opened)
        guard !sealed.isEmpty else { return Unsealed(opened) }
        let isNeeded = sealed.contains { file in
            SealedFile(file.bytes) == .submission && office?.number(of: Seal.identity(ofFile: Digest.sha256Hex(file.bytes))) == nil
        }
        guard isNeeded else { return try Unsealed(opened, with: nil, in: quarantine, knownTo: office) }
        switch loaded() {
        case .loaded(let keystore): return try Unsealed(opened, with: keystore, in: quarantine, knownTo: office)
        case .shut: return nil
        }
    }

    private mutating func loaded() -> Keys {
        if let keys { return keys }
        let found: Keys
        do {
            found = .loaded(try load())
        } catch {
            found = .shut(error)
        }
        keys = found
        return found
    }
}
