import Quarantine

/// Takes something from outside apart, by what it is.
enum Opener {
    static func open(name: String, _ bytes: [UInt8]) -> Opened {
        Opened(form: .file, texts: [Opened.Writing(name: name.isEmpty ? nil : name, bytes: bytes)])
    }
}
