/// The commonest words of languages: those that hold sentences together, and that stand in no other language of the table.
enum CommonWords {
    private static let lists: [String: String] = [
        "ar": "في من على إلى أن التي الذي هذا هذه مع عن ما لا كما قد بين ذلك كان كانت وقد وفي ومن وعلى أو إن لم غير كل بعد",
        "en":
            "the of and to in is that for with was are this by from which have has been it be not their these its we an at were will would",
        "es": "el los las del y una con es lo al este esta estos estas más sus fue han sido también entre pero cuando desde hasta muy",
        "fr": "le les des du et est dans pour une qui par avec au aux ce cette ces sont nous ont été pas leur leurs dont ainsi mais ils",
        "ru": "и в не на что с по для как из к от это при или за его их также был была были быть о до во чтобы которые является",
    ]

    /// The language of each word.
    static let languages: [String: String] = {
        var languages: [String: String] = [:]
        for (language, list) in lists {
            for word in list.split(separator: " ") { languages[String(word)] = language }
        }
        return languages
    }()

    /// Scalars of the longest of them.
    static let longest = languages.keys.map(\.unicodeScalars.count).max() ?? 0
}
