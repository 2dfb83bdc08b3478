/// Writes PDFs.
enum PDFFile {
    /// A page without anything.
    static let plain = file(catalog: "/OpenAction[3 0 R/Fit]")

    /// - Parameters:
    ///   - catalog: entries of the catalogue, besides the pages.
    ///   - page: entries of the one page.
    ///   - more: objects from the fourth on.
    static func file(catalog: String = "", page: String = "", more: [String] = []) -> [UInt8] {
        let objects =
            [
                "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]\(page)>>",
            ] + more
        var out = Array("%PDF-1.5\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(out.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            out += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = out.count
        return out + Array("\(table)trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }

    /// A PDF whose action stands in an object stream, where no search of its bytes finds it.
    static var hiddenScript: [UInt8] {
        let packed = StoredBlocks.zlib(Array("4 0 <</S/Java#53cript/J#53(x)>>".utf8))
        // Only its form is packed here; what matters is that a reader has to unpack it.
        let objects: [(Int, [UInt8])] = [
            (1, Array("<</Type/Catalog/Pages 2 0 R/Open#41ction 4 0 R>>".utf8)), (2, Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8)),
            (3, Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".utf8)),
            (
                5,
                Array("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length \(packed.count)>>stream\n".utf8) + packed
                    + Array("\nendstream".utf8)
            ),
        ]
        var out = Array("%PDF-1.5\n".utf8)
        var offsets: [Int: Int] = [:]
        for (number, object) in objects {
            offsets[number] = out.count
            out += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = out.count
        var rows: [UInt8] = []
        for number in 0..<7 {
            switch number {
            case 0: rows += [0] + Bytes.big(0, 4) + Bytes.big(65_535, 2)
            case 4: rows += [2] + Bytes.big(5, 4) + Bytes.big(0, 2)
            default: rows += [1] + Bytes.big(offsets[number] ?? start, 4) + Bytes.big(0, 2)
            }
        }
        out += Array("6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length \(rows.count)>>stream\n".utf8)
        out += rows
        return out + Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
}
