/// For nginx.
extension ServerFiles {
    var nginx: String {
        guard !areas.isEmpty else {
            return """
                # For nginx: include this file in the server block of the forum's host, which also says where the files lie (root).
                \(location("", login: ""))
                """
        }
        let locations = areas.map { area in
            location(
                area.folder,
                login: "    satisfy all;\n    auth_basic \"\(Self.realm)\";\n    auth_basic_user_file \"\(Self.lists)/\(area.list)\";\n")
        }
        return """
            # For nginx: include this file in the server block of the forum's host, which also says where the files lie (root). Bring the
            # files of the office's folder htpasswd/ into a folder \(Self.lists)/ beside nginx.conf, readable to the server, and again whenever
            # `rostrum build` says that they have changed.
            \(locations.joined())
            """
    }

    /// A folder with all that is below it. No pattern elsewhere in the server's configuration takes anything out of it (`^~`).
    private func location(_ folder: String, login: String) -> String {
        let headers = Self.headers.map { "    add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
        let types = types.map { "        \($0.type) \($0.ending);\n" }.joined()
        let saved =
            areas.isEmpty
            ? ""
            : """
                set $rostrum_saved "";
                if ($uri ~ "\(Self.savedNames)") {
                    set $rostrum_saved attachment;
                }
                add_header Content-Disposition $rostrum_saved;

            """
        return """
            location ^~ "\(base)\(folder)" {
            \(login)    index index.html;
                autoindex off;
                error_page 404 "\(base)\(folder)404.html";
                charset utf-8;
                charset_types text/css text/javascript;
                default_type application/octet-stream;
                types {
            \(types)    }
                set $rostrum_cache "\(cache.usual)";
                if ($uri ~ "\(Self.fixedNames)") {
                    set $rostrum_cache "\(cache.fixed)";
                }
            \(saved)\(headers)    add_header Cache-Control $rostrum_cache always;
                location ~ /\\.ht {
                    return 404;
                }
            }

            """
    }
}
