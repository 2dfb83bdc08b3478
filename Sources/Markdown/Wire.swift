import Glibc

/// Messages between the program and its workers: eight bytes of length, little-endian, then that many bytes.
enum Wire {
    /// The first message of a worker, so that a program that is none is noticed at once.
    static let greeting = [UInt8]("rostrum-markdown-1".utf8)

    /// How a conversation can end.
    enum Ending: Error {
        case closed
        /// Nothing came or went for the time set on the socket.
        case silent
        /// A message longer than is ever sent.
        case nonsense
    }

    /// Sends a message whole; never raises SIGPIPE.
    static func send(_ message: [UInt8], to socket: Int32) throws(Ending) {
        var framed: [UInt8] = []
        framed.reserveCapacity(message.count + 8)
        for shift in stride(from: 0, to: 64, by: 8) { framed.append(UInt8(truncatingIfNeeded: message.count >> shift)) }
        framed.append(contentsOf: message)
        var done = 0
        while done < framed.count {
            let sent = framed.withUnsafeBytes { Glibc.send(socket, $0.baseAddress! + done, $0.count - done, Int32(MSG_NOSIGNAL)) }
            if sent >= 0 {
                done += sent
            } else if errno != EINTR {
                throw errno == EAGAIN ? .silent : .closed
            }
        }
    }

    /// Waits for a message of at most `limit` bytes.
    static func receive(from socket: Int32, limit: Int) throws(Ending) -> [UInt8] {
        var length = 0
        for (index, byte) in try receive(8, from: socket).enumerated() where index < 8 { length |= Int(byte) << (index * 8) }
        guard length >= 0, length <= limit else { throw .nonsense }
        return try receive(length, from: socket)
    }

    private static func receive(_ count: Int, from socket: Int32) throws(Ending) -> [UInt8] {
        var ending: Ending?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, ending == nil {
                let got = recv(socket, buffer.baseAddress! + filled, count - filled, 0)
                if got > 0 {
                    filled += got
                } else if got == 0 {
                    ending = .closed
                } else if errno != EINTR {
                    ending = errno == EAGAIN ? .silent : .closed
                }
            }
        }
        if let ending { throw ending }
        return bytes
    }
}
