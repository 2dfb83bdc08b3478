import CPDF
import Quarantine

/// The only caller of qpdf: goes through all objects of a PDF that a reader can come to, those in object streams too. No pointer leaves
/// this file.
struct PDFInspection {
    private let document: qpdf_data
    private var traits: Set<OpenedFile.Trait> = []
    /// Objects that still have to be looked at, and those that were seen.
    private var waiting: [qpdf_oh] = []
    private var seen: Set<UInt64> = []
    /// Objects after which it gives up.
    private static let limit = 2_000_000

    static func traits(of bytes: [UInt8]) -> Set<OpenedFile.Trait> {
        var document: qpdf_data? = qpdf_init()
        guard let opened = document else { return [.damaged] }
        defer { qpdf_cleanup(&document) }
        qpdf_silence_errors(opened)
        qpdf_set_suppress_warnings(opened, 1)
        return bytes.withUnsafeBytes { buffer in
            let result = qpdf_read_memory(opened, "", buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64(buffer.count), "")
            var inspection = PDFInspection(document: opened)
            if result & 2 != 0 {  // QPDF_ERRORS
                let isLocked = qpdf_has_error(opened) != 0 && qpdf_get_error_code(opened, qpdf_get_error(opened)) == qpdf_e_password
                return [isLocked ? .encrypted : .damaged]
            }
            // What had to be repaired to be read was cut off or tampered with.
            if result & 1 != 0 { inspection.traits.insert(.damaged) }
            inspection.walk()
            return inspection.traits
        }
    }

    private init(document: qpdf_data) {
        self.document = document
    }

    private mutating func walk() {
        waiting = [qpdf_get_trailer(document)]
        var count = 0
        while let object = waiting.popLast() {
            count += 1
            guard count < Self.limit else {
                traits.insert(.damaged)
                break
            }
            if isNew(object) { look(at: object) }
            qpdf_oh_release(document, object)
        }
        for object in waiting { qpdf_oh_release(document, object) }
        if qpdf_has_error(document) != 0 {
            _ = qpdf_get_error(document)
            traits.insert(.damaged)
        }
    }

    /// Whether a direct object, or one with a number that was not seen.
    private mutating func isNew(_ object: qpdf_oh) -> Bool {
        guard qpdf_oh_is_indirect(document, object) != 0 else { return true }
        let number = UInt32(bitPattern: qpdf_oh_get_object_id(document, object))
        let generation = UInt32(bitPattern: qpdf_oh_get_generation(document, object))
        return seen.insert(UInt64(number) << 32 | UInt64(generation)).inserted
    }

    private mutating func look(at object: qpdf_oh) {
        switch qpdf_oh_get_type_code(document, object) {
        case ot_array:
            for index in 0..<max(0, qpdf_oh_get_array_n_items(document, object)) { queue(qpdf_oh_get_array_item(document, object, index)) }
        case ot_dictionary: look(atDictionary: object)
        case ot_stream:
            let dictionary = qpdf_oh_get_dict(document, object)
            look(atDictionary: dictionary)
            qpdf_oh_release(document, dictionary)
        default: break
        }
    }

    /// Simple values say nothing by themselves.
    private mutating func queue(_ object: qpdf_oh) {
        if qpdf_oh_is_indirect(document, object) == 0, qpdf_oh_is_scalar(document, object) != 0 {
            qpdf_oh_release(document, object)
        } else {
            waiting.append(object)
        }
    }

    private mutating func look(atDictionary dictionary: qpdf_oh) {
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(document, dictionary)
        while qpdf_oh_dict_more_keys(document) != 0, let key = qpdf_oh_dict_next_key(document) { keys.append(String(cString: key)) }
        for key in keys {
            let value = qpdf_oh_get_key(document, dictionary, key)
            switch key {
            case "/JS", "/JavaScript", "/XFA": traits.insert(.script)
            case "/AA": if qpdf_oh_is_null(document, value) == 0 { traits.insert(.actions) }
            case "/OpenAction": if starts(value) { traits.insert(.actions) }
            case "/EmbeddedFiles", "/EF", "/RichMediaContent": if qpdf_oh_is_null(document, value) == 0 { traits.insert(.embedded) }
            case "/S": look(atAction: name(value))
            case "/Type": if name(value) == "/EmbeddedFile" { traits.insert(.embedded) }
            case "/Subtype": if ["/FileAttachment", "/RichMedia", "/3D", "/Movie"].contains(name(value)) { traits.insert(.embedded) }
            default: break
            }
            queue(value)
        }
    }

    private mutating func look(atAction name: String) {
        if name == "/JavaScript" { traits.insert(.script) }
        if Self.actions.contains(name) { traits.insert(.actions) }
    }

    /// Whether opening the document does more than to show a page of it.
    private func starts(_ value: qpdf_oh) -> Bool {
        guard qpdf_oh_is_dictionary(document, value) != 0 else { return false }
        let kind = qpdf_oh_get_key(document, value, "/S")
        defer { qpdf_oh_release(document, kind) }
        return name(kind) != "/GoTo"
    }

    private func name(_ object: qpdf_oh) -> String {
        guard qpdf_oh_is_name(document, object) != 0, let name = qpdf_oh_get_name(document, object) else { return "" }
        return String(cString: name)
    }

    /// Actions that start something, by ISO 32000; a link to the web and a jump within the document are none of them.
    private static let actions: Set = [
        "/Launch", "/SubmitForm", "/GoToR", "/GoToE", "/ImportData", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
    ]
}
