package import Diagnostics
import Dispatch
package import Generator
import Glibc
import Synchronization

/// A forum's preview, which follows its files: after each change that is saved it is made anew, and browsers that show it are told.
/// Where the files have errors, it stays as it was, and the findings are told.
package final class LivePreview: LocalSource {
    /// Gives what each look works on, and with.
    package typealias Settings = @Sendable () throws(Failure) -> Build.Settings

    /// Where the preview's script asks for news.
    static let eventsPath = "/.rostrum/events"
    /// How many pages may wait for news at once; further ones are answered at once.
    static let mostWaiting = 32
    /// How long a page may wait, so that those that are gone are not waited for.
    private static let longestWait = Duration.seconds(10)

    private let settings: Settings
    private let tell: @Sendable ([Finding], Failure?) -> Void
    private let state: Mutex<PreviewState>
    private let waiting = Atomic<Int>(0)

    /// Looks at the forum for the first time.
    ///
    /// - Parameter tell: called with what was found, after each look that finds something else than the one before.
    package init(
        settings: @escaping Settings, tell: @escaping @Sendable ([Finding], Failure?) -> Void
    ) throws(Failure) {
        self.settings = settings
        self.tell = tell
        let build = Build(try settings())
        let stamps = try Self.settled(build)
        let look = try build.preview()
        state = Mutex(PreviewState(look, stamps: stamps, session: String(UInt64.random(in: 0...UInt64.max), radix: 36)))
        if !look.findings.isEmpty { tell(look.findings, nil) }
    }

    /// Follows the files until the task is cancelled.
    package func follow() async {
        var pause = Duration.milliseconds(150)
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: pause)
            } catch {
                return
            }
            // Looking for changes among thousands of files takes a while: it is done no more than a tenth of the time.
            let spent = await onThread { [self] in lookAgainIfChanged() }
            pause = max(.milliseconds(150), min(spent * 9, .seconds(3)))
        }
    }

    package func answer(_ request: LocalRequest) async -> LocalAnswer {
        if request.path == Self.eventsPath { return await news(request) }
        return await onThread { [self] in page(request) }
    }

    private func page(_ request: LocalRequest) -> LocalAnswer {
        let (shown, failing) = state.withLock { ($0.shown, $0.failing) }
        let path = request.parts.map { $0.joined(separator: "/") + (request.path.hasSuffix("/") ? "/" : "") } ?? ""
        guard let (preview, build) = shown else { return findings(failing, path, request) }
        if request.parts?.isEmpty ?? false {
            var answer = LocalAnswer(status: 302, [])
            answer.headers = [("Location", "/" + preview.home(accepting: request.languages)), ("Vary", "Accept-Language")]
            return answer
        }
        do throws(Failure) {
            return Self.answer(try preview.find(path, build: build)) ?? LocalAnswer(status: 404, preview.lost(build: build))
        } catch {
            return .text(FindingWriter.printableLines(error.message) + "\n", status: 500)
        }
    }

    /// What stands in the place of every page before there is one without errors.
    private func findings(_ failing: PreviewState.Failing, _ path: String, _ request: LocalRequest) -> LocalAnswer {
        guard let preview = failing.preview else { return FindingsPage.answer(failing.findings) }
        return Self.answer(preview.asset(path))
            ?? LocalAnswer(status: 503, preview.failed(failing.findings, accepting: request.languages))
    }

    /// Nil where there is nothing.
    private static func answer(_ found: Preview.Found) -> LocalAnswer? {
        switch found {
        case .content(let bytes, let type, let name):
            var answer = LocalAnswer(type: type, bytes)
            if let name { answer.headers = [("Content-Disposition", saved(name))] }
            return answer
        case .folder: return .folder
        case .nothing: return nil
        }
    }

    /// What is new since a state that the page knows; waits for a while where there is nothing.
    private func news(_ request: LocalRequest) async -> LocalAnswer {
        guard request.isFromOwnPage else { return .text("Only for pages of this server.\n", status: 403) }
        let known = request.query.split(separator: "&").first { $0.hasPrefix("since=") }?.dropFirst("since=".count) ?? ""
        defer { waiting.subtract(1, ordering: .relaxed) }
        if waiting.add(1, ordering: .relaxed).newValue <= Self.mostWaiting {
            let end = ContinuousClock.now + Self.longestWait
            while ContinuousClock.now < end, state.withLock({ $0.id == known }) {
                do {
                    try await Task.sleep(for: .milliseconds(50))
                } catch {
                    break
                }
            }
        }
        return LocalAnswer(type: "application/json", Array(state.withLock { $0.json }.utf8))
    }

    /// - Returns: how long it took to see whether there is a change.
    private func lookAgainIfChanged() -> Duration {
        let (before, begun) = (state.withLock { $0 }, ContinuousClock.now)
        var spent = Duration.zero
        do throws(Failure) {
            let settings = try settings()
            let build = Build(settings)
            let isDue = before.hasFailed || before.latest.nextChange.map { $0 <= settings.now } ?? false
            let isChanged = try build.previewStamps() != before.stamps
            spent = ContinuousClock.now - begun
            guard isDue || isChanged else { return spent }
            let stamps = try Self.settled(build)
            let look = try build.preview(after: before.latest)
            let isNews = state.withLock { $0.take(look, stamps: stamps) }
            if isNews { tell(look.findings, nil) }
        } catch {
            if state.withLock({ $0.take(error) }) { tell([], error) }
        }
        return spent
    }

    /// The stamps of files that nobody is writing to any more, and which a further change would leave different.
    private static func settled(_ build: Build) throws(Failure) -> PreviewStamps {
        var stamps = try build.previewStamps()
        // A file whose time lies in the future is young for ever.
        for _ in 0..<20 where stamps.isYoung {
            usleep(25_000)
            stamps = try build.previewStamps()
        }
        return stamps
    }

    /// Work that would hold up other tasks.
    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: body()) }
        }
    }

    /// The header by which a browser saves a file under its name (RFC 6266).
    private static func saved(_ name: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let hex = Array("0123456789ABCDEF".utf8)
        let escaped = name.utf8.flatMap { plain.contains($0) ? [$0] : [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
        return "attachment; filename*=UTF-8''" + String(decoding: escaped, as: UTF8.self)
    }
}
