import Glibc

/// A character encoding, by the name that iconv knows it by.
///
/// Labels in mails are often narrower than what was written: `gb2312` stands on texts in GBK, `iso-8859-1` on texts in
/// Windows-1252. A label stands here for the widest encoding that agrees with it, as in the WHATWG's Encoding Standard.
struct Charset: Hashable {
    let name: String

    /// An encoding that iconv knows by this name.
    init(_ name: String) {
        self.name = name
    }

    /// What a label means; nil for one that is empty or has characters that no label has.
    init?(label: String) {
        let label = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
        let isPlain = label.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || "-_.:+".utf8.contains($0) }
        guard isPlain, !label.isEmpty, label.utf8.count <= 40 else { return nil }
        name = Self.wider[label] ?? label.uppercased()
    }

    /// Whether nearly any bytes are a text in it, so that a text that fits may still be in another one.
    var isOneByte: Bool { !Self.severalBytes.contains(name) && !Self.escaping.contains(name) }

    /// Whether its texts hold no byte above 0x7F.
    var isSevenBit: Bool { Self.escaping.contains(name) }

    /// The bytes as UTF-8; nil where they are no text in this encoding, or iconv does not know it.
    func decode(_ bytes: [UInt8]) -> [UInt8]? {
        let (decoded, faults) = convert(bytes, faults: 0)
        return faults == 0 ? decoded : nil
    }

    /// The bytes as UTF-8, with U+FFFD for each byte that does not fit; nil where iconv does not know the encoding.
    func decodeLoosely(_ bytes: [UInt8]) -> [UInt8]? {
        let (decoded, faults) = convert(bytes, faults: bytes.count)
        return faults <= bytes.count ? decoded : nil
    }

    /// - Parameter most: faults after which it gives up, and says one more.
    private func convert(_ bytes: [UInt8], faults most: Int) -> (decoded: [UInt8], faults: Int) {
        let descriptor = iconv_open("UTF-8", name)
        guard let descriptor, descriptor != iconv_t(bitPattern: -1) else { return ([], Int.max) }
        defer { iconv_close(descriptor) }
        var input = bytes  // iconv takes it as mutable, and does not change it
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + bytes.count / 2)
        var faults = 0
        input.withUnsafeMutableBytes { input in
            var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 << 10) { chunk in
                while left > 0 {
                    var target = chunk.baseAddress
                    var room = chunk.count
                    let result = iconv(descriptor, &source, &left, &target, &room)
                    let reason = errno
                    decoded.append(contentsOf: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<(chunk.count - room)])))
                    guard result == Int(bitPattern: UInt.max), reason != E2BIG else { continue }
                    faults += 1
                    if faults > most { return }
                    decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    source? += 1
                    left -= 1
                }
                // Some encodings hold the last character back until they are asked for it.
                var target = chunk.baseAddress
                var room = chunk.count
                _ = iconv(descriptor, nil, nil, &target, &room)
                decoded.append(contentsOf: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: chunk[..<(chunk.count - room)])))
            }
        }
        return (decoded, faults)
    }

    private static let wider = [
        "ascii": "WINDOWS-1252", "us-ascii": "WINDOWS-1252", "ansi_x3.4-1968": "WINDOWS-1252", "iso-8859-1": "WINDOWS-1252",
        "iso8859-1": "WINDOWS-1252", "iso_8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "cp1252": "WINDOWS-1252",
        "x-ansi": "WINDOWS-1252", "iso-8859-9": "WINDOWS-1254", "latin5": "WINDOWS-1254", "iso-8859-11": "CP874", "tis-620": "CP874",
        "windows-874": "CP874", "iso-8859-8-i": "ISO-8859-8", "iso-8859-8-e": "ISO-8859-8", "iso-8859-6-i": "ISO-8859-6",
        "iso-8859-6-e": "ISO-8859-6", "logical": "ISO-8859-8", "visual": "ISO-8859-8", "utf8": "UTF-8", "unicode-1-1-utf-8": "UTF-8",
        "cp65001": "UTF-8", "65001": "UTF-8", "unicode-1-1-utf-7": "UTF-7", "utf7": "UTF-7", "x-unicode-2-0-utf-7": "UTF-7",
        "unicode": "UTF-16", "utf16": "UTF-16", "gb2312": "GB18030", "gb_2312-80": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030",
        "cp936": "GB18030", "chinese": "GB18030", "euc-cn": "GB18030", "hz-gb-2312": "HZ", "big5": "BIG5-HKSCS",
        "big5-hkscs": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS", "cp950": "BIG5-HKSCS", "shift_jis": "CP932", "shift-jis": "CP932",
        "sjis": "CP932", "x-sjis": "CP932", "windows-31j": "CP932", "ms_kanji": "CP932", "ks_c_5601-1987": "CP949", "euc-kr": "CP949",
        "ks_c_5601-1989": "CP949", "korean": "CP949", "x-windows-949": "CP949", "x-mac-cyrillic": "MAC-CYRILLIC",
        "x-mac-roman": "MACINTOSH", "mac": "MACINTOSH", "x-mac-ce": "MAC-CENTRALEUROPE", "koi8": "KOI8-R", "koi": "KOI8-R",
        "x-cp1250": "WINDOWS-1250", "x-cp1251": "WINDOWS-1251", "win-1251": "WINDOWS-1251", "cp-850": "CP850", "dos-866": "CP866",
        "iso-2022-jp": "ISO-2022-JP-3", "csiso2022jp": "ISO-2022-JP-3",
    ]
    private static let severalBytes: Set = [
        "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030", "BIG5-HKSCS", "CP932", "CP949", "EUC-JP", "EUC-TW",
    ]
    private static let escaping: Set = [
        "UTF-7", "HZ", "ISO-2022-JP", "ISO-2022-JP-1", "ISO-2022-JP-2", "ISO-2022-JP-3", "ISO-2022-KR", "ISO-2022-CN",
    ]
}
