import Testing

@testable import Access

@Suite struct PackingTests {
    @Test(arguments: [(64 << 20, true), ((64 << 20) + 1, false)])
    func aTextThatIsNotDeflatedHasALargestSize(count: Int, opens: Bool) throws {
        var packed: [UInt8] = [0]
        Format.append(UInt32(count), to: &packed)
        packed += [UInt8](repeating: 0, count: Padding.padded(5 + count) - 5)
        if opens {
            #expect(try Packing.unpack(packed).count == count)
        } else {
            #expect(throws: NotOpened.tooLarge) { try Packing.unpack(packed) }
        }
    }
}
