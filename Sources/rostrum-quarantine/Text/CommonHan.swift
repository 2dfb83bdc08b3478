/// The Chinese characters that every text has, in simplified and in traditional form: what tells GB18030, Big5 and the Japanese
/// encodings from each other, each of which makes rare characters of the others' texts.
enum CommonHan {
    static func contains(_ scalar: Unicode.Scalar) -> Bool { characters.contains(scalar) }

    private static let characters = Set(
        ("的一是不了在人有我他这中大来上个国和说们为子地出道时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用"
            + "主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便"
            + "位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原"
            + "車這來個國說們為時會過學對裡後麼沒於還發當無開見經頭動兩長樣現將與進實點種聲話兒問機給幾業間電門東氣關並內卻產萬體別處總場師書員華報馬張難數識權產財知識"
            + "是在我有他這中大為上个以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小"
            + "物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條").unicodeScalars)
}
