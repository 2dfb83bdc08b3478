import CGMime

/// Unicode's normal form C, by GLib, which GMime brings along.
enum NormalForm {
    /// The same text in normal form C.
    static func composed(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        guard let composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE) else { return text }
        defer { g_free(composed) }
        return String(cString: composed)
    }
}
