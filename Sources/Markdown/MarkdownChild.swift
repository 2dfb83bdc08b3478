import Confinement
package import Diagnostics
import Files
import Synchronization

/// Renders and outlines texts in a child process of its own, started when first needed and again whenever a text was its end.
///
/// Calls from several threads wait for each other; give each thread a child.
package final class MarkdownChild: Sendable {
    private let program: ConfinedProcess.Program
    private let process = Mutex<ConfinedProcess?>(nil)

    /// - Parameter command: path and arguments of a program that calls `MarkdownWorker.runIfAsked()` first.
    package init(command: [String] = ["/proc/self/exe", MarkdownWorker.argument]) {
        program = ConfinedProcess.Program(
            command: command, greeting: MarkdownWorker.greeting, purpose: "that renders Markdown", silence: MarkdownLimits.silence)
    }

    deinit {
        process.withLock { _ = $0?.end() }
    }

    /// The results, in the order of the texts. Throws only where no child can be started.
    package func render(_ texts: [MarkdownText]) throws(Failure) -> [Result<RenderedText, MarkdownFault>] {
        try answers(.render, texts)
    }

    /// What bodies say and how they are built, in their order, within the same limits. Throws only where no child can be started.
    ///
    /// - Parameter bodies: normalised: no BOM, LF, one final LF.
    package func outline(_ bodies: [[UInt8]]) throws(Failure) -> [Result<TextOutline, MarkdownFault>] {
        try answers(.outline, bodies.map { MarkdownText(body: $0, prefix: "", headings: nil) })
    }

    private func answers<Answer>(
        _ request: MarkdownRequest<Answer>, _ texts: [MarkdownText]
    ) throws(Failure) -> [Result<Answer, MarkdownFault>] {
        try process.withLock { (process: inout ConfinedProcess?) throws(Failure) in
            var results: [Result<Answer, MarkdownFault>] = []
            results.reserveCapacity(texts.count)
            for batch in MarkdownLimits.batches(texts) { results += try answers(request, texts[batch], in: &process) }
            return results
        }
    }

    private func answers<Answer>(
        _ request: MarkdownRequest<Answer>, _ batch: ArraySlice<MarkdownText>, in process: inout ConfinedProcess?
    ) throws(Failure) -> [Result<Answer, MarkdownFault>] {
        let short = batch.filter { $0.body.count <= MarkdownLimits.bytes }
        var answers: [Result<Answer, MarkdownFault>] = []
        if short.count > 1 {
            do throws(Refusal) {
                answers = try ask(request, short, &process).map { .success($0) }
            } catch {
                if case .failure(let failure) = error { throw failure }
            }
        }
        if answers.isEmpty {
            for text in short { answers.append(try alone(request, text, &process)) }
        }
        guard short.count < batch.count else { return answers }
        answers.reverse()
        return batch.map { $0.body.count <= MarkdownLimits.bytes ? answers.removeLast() : .failure(.tooLong) }
    }

    /// One text by itself, to find out whether it is a child's end. What depends on memory is decided by a new child,
    /// so that the answer is the same whatever was rendered before.
    private func alone<Answer>(
        _ request: MarkdownRequest<Answer>, _ text: MarkdownText, _ process: inout ConfinedProcess?
    ) throws(Failure) -> Result<Answer, MarkdownFault> {
        let isNew = process == nil
        do throws(Refusal) {
            return .success(try ask(request, [text], &process)[0])
        } catch {
            switch error {
            case .failure(let failure): throw failure
            case .fault(let fault): return isNew || fault == .tooSlow ? .failure(fault) : try alone(request, text, &process)
            }
        }
    }

    private enum Refusal: Error {
        case failure(Failure)
        case fault(MarkdownFault)
    }

    private func ask<Answer>(
        _ request: MarkdownRequest<Answer>, _ texts: [MarkdownText], _ process: inout ConfinedProcess?
    ) throws(Refusal) -> [Answer] {
        if texts.isEmpty { return [] }
        var writer = ByteWriter(reserving: texts.reduce(64) { $0 + $1.body.count + 32 })
        writer.write(request.code.rawValue)
        writer.write(list: texts) { $1.write(to: &$0) }
        // A child that retired while nobody looked is replaced; a new one has no reason to.
        for _ in 0..<2 {
            let worker: ConfinedProcess
            do throws(Failure) {
                if let running = process { worker = running } else { worker = try ConfinedProcess.start(program) }
            } catch {
                throw .failure(error)
            }
            process = worker
            do throws(ConfinedProcess.Death) {
                let answer = try worker.ask(writer.bytes, limit: MarkdownLimits.answer + 8)
                if let results = Self.decode(answer, request, count: texts.count) { return results }
                worker.end()
                process = nil
                throw .crashed
            } catch {
                process = nil
                if let fault = MarkdownFault(error) { throw .fault(fault) }
            }
        }
        throw .fault(.crashed)
    }

    /// Nil for an answer that no worker in its right mind gives.
    private static func decode<Answer>(_ answer: [UInt8], _ request: MarkdownRequest<Answer>, count: Int) -> [Answer]? {
        var reader = ByteReader(answer)
        var results: [Answer] = []
        results.reserveCapacity(count)
        do throws(ByteReader.Malformed) {
            for _ in 0..<count { results.append(try request.read(&reader)) }
        } catch {
            return nil
        }
        return reader.isAtEnd ? results : nil
    }
}

extension MarkdownFault {
    /// Nil for a child that ended of its own accord.
    fileprivate init?(_ death: ConfinedProcess.Death) {
        switch death {
        case .retired: return nil
        case .tooSlow: self = .tooSlow
        case .tooLarge: self = .tooLarge
        case .crashed: self = .crashed
        }
    }
}
