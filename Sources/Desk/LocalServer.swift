package import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// Serves something to this machine alone.
///
/// The rules of this target: it listens on the loopback address and nowhere else, answers only to the names of that
/// address (so that no page of another site can reach it by a name of its own), lets no other origin read what it answers, and
/// never writes into the site.
package struct LocalServer: Sendable {
    private let server: HTTPServer
    private let port: UInt16

    /// - Parameters:
    ///   - base: the path under which the site lies on its own host, beginning and ending in `/`: answered like `/`.
    ///   - port: 1 to 65535; 0 for any that is free.
    ///   - headers: sent with every answer.
    ///   - source: what is served.
    package init(
        base: String, port: UInt16, headers: [(name: String, value: String)], source: some LocalSource
    ) throws(Failure) {
        self.port = port
        let loopback: sockaddr_in
        do {
            loopback = try .inet(ip4: "127.0.0.1", port: port)
        } catch {
            throw Failure("this machine has no loopback address: \(error)")
        }
        server = HTTPServer(
            address: loopback, logger: .disabled,
            handler: ClosureHTTPHandler { request in
                var answer = await Self.answer(request, base: base, source)
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

    private static func answer(_ request: HTTPRequest, base: String, _ source: some LocalSource) async -> HTTPResponse {
        guard isLocal(request.headers[.host]) else {
            return response(.text("This server answers only to localhost.\n", status: 421))
        }
        guard request.method == .GET || request.method == .HEAD else { return response(.text("Only GET and HEAD.\n", status: 405)) }
        // FlyingFox drops the `/` at the end of `request.path`, which tells a folder's page from the folder.
        let path = request.target.path(percentEncoded: false)
        let isInBase = path.hasPrefix(base)
        let asked = LocalRequest(
            path: isInBase ? "/" + path.dropFirst(base.count) : path, query: request.target.query(percentEncoded: false),
            languages: request.headers[HTTPHeader("Accept-Language")] ?? "",
            isFromOwnPage: ["same-origin", nil].contains(request.headers[HTTPHeader("Sec-Fetch-Site")]))
        var answer = await source.answer(asked)
        if answer.isFolder { answer.headers.append(("Location", request.target.path() + "/")) }
        if request.method == .HEAD { answer.bytes = [] }
        return response(answer)
    }

    /// Whether a Host header names this machine's loopback address.
    private static func isLocal(_ host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard host.hasPrefix(name) else { return false }
            let rest = host.dropFirst(name.count)
            return rest.isEmpty || (rest.first == ":" && rest.dropFirst().allSatisfy(\.isNumber) && rest.count > 1)
        }
    }

    private static func response(_ answer: LocalAnswer) -> HTTPResponse {
        var headers: HTTPHeaders = [.contentType: answer.type, HTTPHeader("Cache-Control"): "no-cache"]
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        let phrases = [
            200: "OK", 301: "Moved Permanently", 302: "Found", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
            421: "Misdirected Request", 500: "Internal Server Error", 503: "Service Unavailable",
        ]
        let status = HTTPStatusCode(answer.status, phrase: phrases[answer.status] ?? "")
        return HTTPResponse(statusCode: status, headers: headers, body: Data(answer.bytes))
    }
}
