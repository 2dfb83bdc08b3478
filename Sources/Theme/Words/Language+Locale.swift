import Foundation
import Model

extension Language {
    /// The locale whose rules a language's pages follow.
    ///
    /// English is the United Nations': day before month, and no comma before "and". The other languages are taken as
    /// the Unicode CLDR has them without a region.
    var locale: Locale { Locale(identifier: code == "en" ? "en_GB" : code) }
}
