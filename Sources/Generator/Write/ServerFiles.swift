/// What hosts are told that allow headers: `.htaccess` for Apache, and a part of nginx's configuration to be included by hand.
///
/// Nothing rests on it: every page carries its own policy. It adds what a page cannot say of itself, as that it may not be framed.
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

    /// Everything is asked for anew each time, but for names with a fingerprint, whose content never changes.
    private static let cache = (usual: "no-cache", fixed: "public, max-age=31536000, immutable")
    private static let fixedNames = "\\.[0-9a-f]{16}\\.(css|js)$"

    /// The site's path on its host, beginning and ending in `/`.
    private let base: String

    package init(base: String) {
        self.base = base
    }

    /// Every file that there is, with its path from the site's root.
    package var files: [(path: String, text: String)] { [(".htaccess", apache), ("server/nginx.conf", nginx)] }

    private var apache: String {
        let headers = Self.headers.map { "    Header always set \($0.name) \"\($0.value)\"\n" }.joined()
        return """
            # For Apache; counts where the server has AllowOverride FileInfo Options=Indexes, or All.
            # A host that answers 500 to every page forbids Options here: remove that line.
            Options -Indexes
            ErrorDocument 404 "\(base)404.html"
            <IfModule mod_mime.c>
                AddType text/html .html
                AddType text/css .css
                AddType text/javascript .js
                AddType application/octet-stream .bin
                AddCharset utf-8 .html .css .js
            </IfModule>
            <IfModule mod_headers.c>
            \(headers)    Header always set Cache-Control "\(Self.cache.usual)"
                <FilesMatch "\(Self.fixedNames)">
                    Header always set Cache-Control "\(Self.cache.fixed)"
                </FilesMatch>
            </IfModule>

            """
    }

    private var nginx: String {
        let headers = Self.headers.map { "    add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
        return """
            # For nginx: include this file in the server block of the forum's host, which also says where the files lie (root).
            location "\(base)" {
                index index.html;
                autoindex off;
                error_page 404 "\(base)404.html";
                charset utf-8;
                charset_types text/css text/javascript;
                default_type application/octet-stream;
                types {
                    text/html html;
                    text/css css;
                    text/javascript js;
                    application/octet-stream bin;
                }
                set $rostrum_cache "\(Self.cache.usual)";
                if ($uri ~ "\(Self.fixedNames)") {
                    set $rostrum_cache "\(Self.cache.fixed)";
                }
            \(headers)    add_header Cache-Control $rostrum_cache always;
                location ~ /\\.ht {
                    return 404;
                }
            }

            """
    }
}
