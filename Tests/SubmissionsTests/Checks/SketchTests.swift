import Testing

@testable import Submissions

@Suite("Sketches")
struct SketchTests {
    @Test func sameTextSameSketch() {
        let text = [UInt8](String(repeating: "The office opened a help desk for applicants. ", count: 20).utf8)
        #expect(Sketch(of: text) == Sketch(of: text))
    }
}
