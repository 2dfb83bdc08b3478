import Access
import Model

/// What hosts are told: `.htaccess` for Apache, and parts of Apache's and nginx's configuration to be included by hand.
///
/// In a sealed site nothing rests on it: every page carries its own policy. It adds what a page cannot say of itself, as that it may not
/// be framed. With `gate: server` everything rests on it: it has the server ask for name and passphrase, for each folder by its own list.
package struct ServerFiles: Sendable {
    /// The policy that every page of the theme carries.
    package static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types rostrum"

    /// Sent with every answer, in their order.
    package static let headers: [(name: String, value: String)] = [
        ("Content-Security-Policy", policy + "; frame-ancestors 'none'"),
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Robots-Tag", "noindex"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]

    /// A folder of the site, with those who may read it and nobody else.
    struct Area: Sendable {
        /// From the site's root, ending in `/`; empty for the root itself.
        let folder: String
        /// The name of their list, see `LoginList`.
        let list: String
    }

    /// The site's path on its host, beginning and ending in `/`.
    let base: String
    /// The root first; empty where the site is sealed, and the server lets everybody in.
    let areas: [Area]

    init(_ site: Site) {
        base = site.path
        let audiences = [.members] + site.guestDiscussions.sorted().map { Audience.guests(of: $0) }
        areas =
            switch site.forum.gate {
            case .sealed: []
            case .server: audiences.map { Area(folder: $0.tree(.server), list: LoginList.name(of: $0)) }
            }
    }

    /// Every file that there is, with its path from the site's root.
    var files: [(path: String, text: String)] {
        guard !areas.isEmpty else { return [(".htaccess", apacheFolder), ("server/nginx.conf", nginx)] }
        return [(".htaccess", apacheFolder), ("server/apache.conf", apache), ("server/nginx.conf", nginx)]
            + areas.dropFirst().map { ($0.folder + ".htaccess", apacheTree($0)) }
    }

    /// The folder of the lists, from where the server's own configuration lies: relative in both servers.
    static let lists = "rostrum"
    /// What browsers are told is asked for.
    static let realm = "Forum"

    /// How long what is served may be kept: everything is asked for anew each time, but for names with a fingerprint, whose content never
    /// changes. What is for some only, no cache between may keep for others.
    var cache: (usual: String, fixed: String) {
        let fixed = "max-age=31536000, immutable"
        return areas.isEmpty ? ("no-cache", "public, \(fixed)") : ("private, no-cache", "private, \(fixed)")
    }

    /// Names with a fingerprint.
    static let fixedNames = "\\.[0-9a-f]{16}\\.(css|js)$"
    /// Names of what is only ever saved.
    static let savedNames = "\\.bin$"

    /// The type by the ending of a name.
    var types: [(type: String, ending: String)] {
        let common = [("text/html", "html"), ("text/css", "css"), ("text/javascript", "js"), ("application/octet-stream", "bin")]
        return areas.isEmpty ? common : common + MediaType.shown.map { ($0, String($0.dropFirst("image/".count))) }
    }
}
