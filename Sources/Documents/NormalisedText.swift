package import Diagnostics
import Glibc

extension SourceText {
    /// A file's text as everything else sees it: a byte order mark dropped, CRLF turned into LF.
    ///
    /// Nil, with a finding, for bytes that are not UTF-8 or hold a NUL.
    /// - Parameter path: from the forum's root, with `/`.
    package static func normalised(path: String, bytes: [UInt8], findings: inout [Finding]) -> SourceText? {
        if let fault = firstFault(bytes) {
            let raw = SourceText(path: path, bytes: bytes)
            let value = String(bytes[fault], radix: 16, uppercase: true)
            let what = bytes[fault] == 0 ? "the file holds a NUL byte" : "the file is not UTF-8"
            let hint = bytes[fault] == 0 ? "remove it" : "byte \(value) is wrong here: save the file as UTF-8"
            findings.append(Finding(.notUTF8, what, at: raw.location(offset: fault), hint: hint))
            return nil
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard position(of: 0x0D, in: bytes) != nil else {
            return SourceText(path: path, bytes: start == 0 ? bytes : Array(bytes[start...]))
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count - start)
        for index in start..<bytes.count {
            if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == newline { continue }
            text.append(bytes[index])
        }
        return SourceText(path: path, bytes: text)
    }

    /// The first byte that is NUL or does not belong to well-formed UTF-8.
    private static func firstFault(_ bytes: [UInt8]) -> Int? {
        let null = position(of: 0, in: bytes)
        guard String(validating: bytes, as: UTF8.self) == nil else { return null }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
        return min(offset, null ?? offset)
    }

    private static func position(of byte: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
