/// The formats of pictures that are decoded and written anew.
enum PictureFormat: String {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"

    /// The only decoders that are let run, by libvips' names for them.
    static let decoders = ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadNsgif", "VipsForeignLoadWebp"]

    /// How it is read: what is cut off is no picture, and of an animation all frames are wanted.
    ///
    /// - Parameter inOrder: whether lines are needed from top to bottom only, which takes less memory.
    func reading(inOrder: Bool) -> String {
        let access = inOrder ? "sequential" : "random"
        let pages = self == .gif || self == .webp ? ",n=-1" : ""
        return "[access=\(access),fail-on=truncated\(pages)]"
    }

    /// How it is written: without anything but the pixels, and in time.
    func writing(pixels: Int, isLossless: Bool) -> String {
        switch self {
        case .png: ".png[strip,compression=\(pixels > 20_000_000 ? 2 : 6)]"
        case .jpeg: ".jpg[strip,Q=90\(pixels > 20_000_000 ? "" : ",optimize-coding")]"
        case .gif: ".gif[strip,effort=\(pixels > 4_000_000 ? 1 : 7)]"
        case .webp: ".webp[strip,\(isLossless ? "lossless" : "Q=90"),effort=\(pixels > 4_000_000 ? 0 : 3)]"
        }
    }

    /// Whether the file holds more than its first picture in a way that would be lost.
    func losesFrames(_ bytes: [UInt8]) -> Bool {
        guard self == .png, let animation = ByteSearch.first("acTL", in: bytes[...]) else { return false }
        return ByteSearch.first("IDAT", in: bytes[...]).map { animation < $0 } ?? true
    }

    /// Whether it was packed without loss, and should be again.
    func isLossless(_ bytes: [UInt8]) -> Bool {
        self == .webp && ByteSearch.first("VP8L", in: bytes.prefix(4_096)) != nil
    }
}
