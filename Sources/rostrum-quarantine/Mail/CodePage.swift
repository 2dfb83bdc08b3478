/// Windows' numbers for encodings.
enum CodePage {
    /// The label that goes with one, as in `cp1252`.
    static func label(_ number: Int) -> String {
        switch number {
        case 1_200: "utf-16le"
        case 20_127: "us-ascii"
        case 20_866: "koi8-r"
        case 20_932, 51_932: "euc-jp"
        case 21_866: "koi8-u"
        case 28_591...28_606: "iso-8859-\(number - 28_590)"
        case 50_220...50_222: "iso-2022-jp"
        case 50_225: "iso-2022-kr"
        case 51_949: "euc-kr"
        case 52_936: "hz-gb-2312"
        case 54_936: "gb18030"
        case 65_000: "utf-7"
        default: "cp\(number)"
        }
    }
}
