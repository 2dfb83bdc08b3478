/// The first sixteen bytes of a sealed object; T follows.
enum Header {
    static let magic = Array("ROS".utf8)

    static func bytes(_ place: Place, epoch: Int, generation: Int, reserving count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Sealed.headerCount + count + Sealed.tagCount)
        bytes += magic
        bytes += [Format.version, place.kind.code, place.audience.code, place.flags, 0]
        Format.append(UInt32(truncatingIfNeeded: epoch), to: &bytes)
        Format.append(UInt32(truncatingIfNeeded: generation), to: &bytes)
        return bytes
    }
}
