/// For Apache 2.4.
extension ServerFiles {
    /// What stands in the site's folder.
    var apacheFolder: String {
        let needed =
            areas.isEmpty ? "AllowOverride FileInfo Options=Indexes, or All" : "AllowOverride AuthConfig FileInfo Options=Indexes, or All"
        let warning =
            areas.isEmpty
            ? ""
            : "# Without that this file counts for nothing, and nobody is asked for a passphrase: include server/apache.conf in any case.\n"
        return """
            # For Apache; counts where the server has \(needed).
            \(warning)# A host that answers 500 to every page forbids Options here: remove that line.
            Options -Indexes
            \(areas.first.map(login) ?? "")ErrorDocument 404 "\(base)404.html"
            \(apacheTypes)<IfModule mod_headers.c>
            \(apacheHeaders)    Header always set Cache-Control "\(cache.usual)"
                <FilesMatch "\(Self.fixedNames)">
                    Header always set Cache-Control "\(cache.fixed)"
                </FilesMatch>
            \(apacheSaved)</IfModule>
            \(areas.isEmpty ? "" : Self.ownFiles)
            """
    }

    /// A server's settings are nobody's to read.
    private static let ownFiles = "<Files \".ht*\">\n    Require all denied\n</Files>\n"

    /// What stands in the folder of a discussion's guests, beside what the site's own says.
    func apacheTree(_ area: Area) -> String {
        """
        # For Apache, as the file in the site's folder.
        \(login(area))ErrorDocument 404 "\(base)\(area.folder)404.html"

        """
    }

    /// What the server's own configuration includes, whatever its folders allow.
    var apache: String {
        let areas = areas.map { area in
            """
            <Location "\(base)\(area.folder)">
                Options -Indexes
            \(login(area).split(separator: "\n").map { "    \($0)\n" }.joined())    ErrorDocument 404 "\(base)\(area.folder)404.html"
            </Location>

            """
        }
        return """
            # For Apache: Include this file in the configuration of the forum's host. It counts whether or not folders may have settings of
            # their own (.htaccess). Bring the files of the office's folder htpasswd/ into a folder \(Self.lists)/ beside apache2.conf, readable
            # to the server, and again whenever `rostrum build` says that they have changed.
            \(areas.joined())<Location "\(base)">
                \(apacheTypes.split(separator: "\n").joined(separator: "\n    "))
                <IfModule mod_headers.c>
            \(apacheHeaders.split(separator: "\n").map { "    \($0)\n" }.joined())        Header always set Cache-Control "\(cache.usual)"
                </IfModule>
            </Location>
            <LocationMatch "^\(Self.literal(base))(.*/)?\\.ht">
                Require all denied
            </LocationMatch>
            <IfModule mod_headers.c>
                <LocationMatch "^\(Self.literal(base)).*\(Self.fixedNames)">
                    Header always set Cache-Control "\(cache.fixed)"
                </LocationMatch>
                <LocationMatch "^\(Self.literal(base)).*\(Self.savedNames)">
                    Header always set Content-Disposition attachment
                </LocationMatch>
            </IfModule>

            """
    }

    /// Whom the server's other settings let in besides, by their network's address as a rule, has to sign in all the same.
    private func login(_ area: Area) -> String {
        """
        AuthType Basic
        AuthName "\(Self.realm)"
        AuthBasicProvider file
        AuthUserFile "\(Self.lists)/\(area.list)"
        Require valid-user
        <IfModule mod_access_compat.c>
            Satisfy All
        </IfModule>

        """
    }

    private var apacheTypes: String {
        let types = types.map { "    AddType \($0.type) .\($0.ending)\n" }.joined()
        return "<IfModule mod_mime.c>\n\(types)    AddCharset utf-8 .html .css .js\n</IfModule>\n"
    }

    private var apacheHeaders: String {
        Self.headers.map { "    Header always set \($0.name) \"\($0.value)\"\n" }.joined()
    }

    /// In a sealed site the gate's script saves files; here the browser might show what a name's ending says nothing of.
    private var apacheSaved: String {
        guard !areas.isEmpty else { return "" }
        return """
                <FilesMatch "\(Self.savedNames)">
                    Header always set Content-Disposition attachment
                </FilesMatch>

            """
    }

    /// A path as a pattern that means itself.
    private static func literal(_ path: String) -> String {
        path.map { "\\.+*?()[]{}|^$".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
