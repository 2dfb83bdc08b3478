import Access
import Foundation
import SeededNumbers
import Testing

/// What Foundation reads in base 64.
func decode(_ text: [UInt8]) -> [UInt8]? {
    Data(base64Encoded: Data(text)).map { Array($0) }
}

@Suite struct Base64Tests {
    @Test func isFoundations() {
        var generator = Seeded(1)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            #expect(Base64.encode(bytes) == Array(Data(bytes).base64EncodedString().utf8))
            #expect(Base64.encodedCount(count) == Base64.encode(bytes).count)
        }
    }

    @Test func itDecodesWhatItEncodes() {
        var generator = Seeded(2)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            #expect(Base64.decode(Base64.encode(bytes)[...]) == bytes)
        }
        #expect(Base64.decode(Array("xTWE=".utf8).dropFirst()) == Array("Ma".utf8))
    }

    @Test(arguments: ["TWE", "TWE=\n", "TW E", "TWF=", "TR==", "====", "T===", "TWE=TWE=", "TW-_", "TWFuTQ=", "=TWE"])
    func itDecodesNothingElse(text: String) {
        #expect(Base64.decode(Array(text.utf8)[...]) == nil)
    }

    @Test func appends() {
        var text = Array("<".utf8)
        Base64.append(Array("Ma".utf8), to: &text)
        #expect(text == Array("<TWE=".utf8))
    }
}
