/// UTF-8 as a key of sets: told apart as a whole, in a fraction of the time that an array, hashed byte by byte, or a string takes.
struct ByteString: Sendable, Hashable {
    let bytes: [UInt8]

    init(_ bytes: some Collection<UInt8>) {
        self.bytes = Array(bytes)
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    static func == (a: ByteString, b: ByteString) -> Bool { a.bytes == b.bytes }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
