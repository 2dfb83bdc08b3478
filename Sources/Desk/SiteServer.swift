package import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// Serves a finished site to this machine alone.
///
/// The rules of this target: it listens on the loopback address and nowhere else, answers only to the names of that
/// address (so that no page of another site can reach it by a name of its own), and never writes into the site.
package struct SiteServer: Sendable {
    private let server: HTTPServer
    private let port: UInt16

    /// - Parameters:
    ///   - folder: the site's folder.
    ///   - base: the path under which the site lies on its own host, beginning and ending in `/`: answered like `/`.
    ///   - port: 1 to 65535; 0 for any that is free.
    ///   - headers: sent with every answer.
    package init(folder: String, base: String, port: UInt16, headers: [(name: String, value: String)]) throws(Failure) {
        self.port = port
        let files = SiteFiles(folder: folder, base: base)
        let loopback: sockaddr_in
        do {
            loopback = try .inet(ip4: "127.0.0.1", port: port)
        } catch {
            throw Failure("this machine has no loopback address: \(error)")
        }
        server = HTTPServer(
            address: loopback, logger: .disabled,
            handler: ClosureHTTPHandler { request in
                var answer = Self.answer(request, files)
                for (name, value) in headers { answer.headers[HTTPHeader(name)] = value }
                return answer
            })
    }

    /// Serves until the task is cancelled. `ready` is called with the port once connections are taken; what it throws ends this too.
    package func run(ready: @escaping @Sendable (_ port: UInt16) throws(Failure) -> Void) async throws(Failure) {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                group.addTask {
                    try await server.waitUntilListening()
                    if case .ip4(_, let given)? = await server.listeningAddress { try ready(given) } else { try ready(port) }
                }
                // Whichever fails first ends the other: a port that is in use is told at once.
                while try await group.next() != nil {}
            }
        } catch is CancellationError {
            return
        } catch let failure as Failure {
            throw failure
        } catch SocketError.failed(_, EADDRINUSE, _) {
            throw Failure("the port \(port) is in use by another program", remedy: "Name a different one, as in `--port \(other)`.")
        } catch SocketError.failed(_, EACCES, _) {
            throw Failure("the port \(port) is not for everybody's use", remedy: "Name one above 1023, as in `--port 8080`.")
        } catch {
            throw Failure("cannot serve the site: \(error)", remedy: "Name a different port, as in `--port \(other)`.")
        }
    }

    /// A port to try in place of the one that cannot be had.
    private var other: UInt16 { (1_024..<65_535).contains(port) ? port + 1 : 8_080 }

    private static func answer(_ request: HTTPRequest, _ files: SiteFiles) -> HTTPResponse {
        guard isLocal(request.headers[.host]) else {
            return plain(.init(421, phrase: "Misdirected Request"), "This server answers only to localhost.\n")
        }
        guard request.method == .GET || request.method == .HEAD else { return plain(.methodNotAllowed, "Only GET and HEAD.\n") }
        // FlyingFox drops the `/` at the end of `request.path`, which tells a folder's page from the folder.
        let path = request.target.path(percentEncoded: false)
        let found = files.find(path)
        switch found {
        case .file(let bytes, let type):
            return response(.ok, type, bytes, bodyless: request.method == .HEAD)
        case .folder:
            return HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: request.target.path() + "/"]))
        case .nothing(let page):
            return response(.notFound, "text/html; charset=utf-8", page ?? Array("Not found.\n".utf8), bodyless: request.method == .HEAD)
        }
    }

    /// Whether a Host header names this machine's loopback address.
    static func isLocal(_ host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard host.hasPrefix(name) else { return false }
            let rest = host.dropFirst(name.count)
            return rest.isEmpty || (rest.first == ":" && rest.dropFirst().allSatisfy(\.isNumber) && rest.count > 1)
        }
    }

    private static func plain(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
        response(status, "text/plain; charset=utf-8", Array(text.utf8), bodyless: false)
    }

    private static func response(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8], bodyless: Bool) -> HTTPResponse {
        let headers: HTTPHeaders = [
            .contentType: type, HTTPHeader("Cache-Control"): "no-cache",
        ]
        return HTTPResponse(statusCode: status, headers: headers, body: bodyless ? Data() : Data(bytes))
    }
}
