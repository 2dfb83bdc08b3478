import Submissions

private let sample = Sample()

extension CheckCase {
    static let personal: [CheckCase] = [
        mail("ana@office.example", "Write to ana@office.example."),
        mail("jean.dupont+x@mail.office.example", "→ jean.dupont+x@mail.office.example,"),
        mail("ana@office.example", "请写信给ana@office.example。我们会答复。"), mail("ana@office.example", "写给ana@office.example谢谢"),
        mail("имя@почта.рф", "Пишите: имя@почта.рф."), mail("ana＠office.example", "请写信给ana＠office.example。"),
        mail("ana (at) office (dot) example", "Write to ana (at) office (dot) example"),
        mail("ana[at]office.example", "or ana[at]office.example"),
        mail("x@y.example", "[Write](mailto:x@y.example?subject=a)"), mail("ana@office.example", "`ana@office.example`"),
        CheckCase(
            .mailAddress, nil, sample.with("title", "Ask ana@office.example"),
            not: sample.adding("Follow @office or write to forum@forum.example; 5@ 3.20 each, a@b."),
            sample.adding("We met (at) Geneva. Be there @ 9.30.")),
        CheckCase(
            .mailAddress, ["address": "a@office.example"], .topic.with("questions", "[\"Who is a@office.example?\"]"),
            not: .invitation.adding("a@office.example")),
        phone("+41 22 338 91 11", "Call +41 22 338 91 11 today."), phone("0041 22 338 91 11", "0041 22 338 91 11"),
        phone("(212) 555-0123", "Ring (212) 555-0123."), phone("212-555-0123", "at 212-555-0123"),
        phone("01 23 45 67 89", "au 01 23 45 67 89"),
        phone("01.23.45.67.89", "au 01.23.45.67.89"), phone("0612345678", "0612345678"), phone("8 (495) 123-45-67", "8 (495) 123-45-67"),
        phone("912 345 678", "Tel.: 912 345 678"), phone("12-34-56", "тел. 12-34-56"), phone("13812345678", "请致电13812345678。"),
        phone("+٩٦٦ ١١ ٤١٢ ٣٤٥٦", "الهاتف +٩٦٦ ١١ ٤١٢ ٣٤٥٦"), phone("٠١١٤١٢٣٤٥٦", "هاتف: ٠١١٤١٢٣٤٥٦"),
        phone("０３－１２３４－５６７８", "電話 ０３－１２３４－５６７８"),
        phone("+41223389111", "[call](tel:+41223389111)"),
        CheckCase(
            .telephone, ["number": "022 338 91 11"], sample.adding("022 338 91 11"),
            not: sample.adding("See CDIP/17/INF/3, WO 2019/123456, WO2019123456, PCT/IB2019/051234 and EP 0123456789."),
            sample.adding("From 2019-2021, 2019-02-01, 01.02.2019, 01/02/2019 and 08.30-12.45, in 2015 2016 2017."),
            sample.adding("It cost 1 250 000 francs, 12,345,678 dollars, €0123456789, 0.12345678 and +1 000 000 000; 912 345 678 in all."),
            sample.adding("ISO 9001:2015, ISBN 978-92-805-3345-6, ISBN 0-306-40615-2, ISSN 0036-8075, No. 0123456789, № 0123456789."),
            sample.adding("https://example.org/0123456789?id=+41223389111"),
            sample.adding("We call 2026-014 our best; 250 000 portable 250 000 devices."), sample.adding("في عام ٢٠١٩ ومن ٢٠١٥-٢٠١٨")),
        CheckCase(
            .iban, ["number": "CH93…57"], sample.adding("CH93 0076 2011 6238 5295 7"),
            not: sample.adding("CH93 0076 2011 6238 5295 8"), sample.adding("XX93 0076 2011 6238 5295 7"),
            sample.adding("see CH 2011/93007620 for it")),
        CheckCase(.iban, ["number": "GB29…19"], sample.adding("GB29NWBK60161331926819"), not: sample.adding("GB29NWBK60161331926819A")),
        CheckCase(
            .cardNumber, ["number": "4111…11"], sample.adding("Card 4111 1111 1111 1111"),
            not: sample.adding("Card 4111 1111 1111 1112"), sample.adding("Barcode 9780306406157"), sample.adding("4111.1111.1111.1111")),
        CheckCase(.cardNumber, ["number": "3782…05"], sample.adding("378282246310005"), not: sample.adding("n378282246310005")),
        CheckCase(
            .identityNumber, ["number": "AB…6"], sample.adding("Passport No. AB123456"),
            not: sample.adding("The passport of 12500 visitors in 2019"), sample.adding("Application No. AB123456")),
        CheckCase(.identityNumber, ["number": "45…6"], sample.adding("паспорт 4508 123456"), not: sample.adding("заявка 4508 123456")),
        CheckCase(
            .identityNumber, ["number": "1101…37"], sample.adding("身份证号：110101199003077637"), not: sample.adding("申请号：110101199003077637")),
        CheckCase(.identityNumber, ["number": "A1…8"], sample.adding("جواز السفر رقم A12345678"), not: sample.adding("رقم A12345678")),
    ]

    private static func mail(_ address: String, _ text: String) -> CheckCase {
        CheckCase(.mailAddress, ["address": address], sample.adding(text), not: sample)
    }

    private static func phone(_ number: String, _ text: String) -> CheckCase {
        CheckCase(.telephone, ["number": number], sample.adding(text), not: sample)
    }
}
