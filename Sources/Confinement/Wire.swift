import Glibc

/// Messages between the program and its children: eight bytes of length, little-endian, then that many bytes.
package enum Wire {
    /// How a conversation can end.
    package enum Ending: Error {
        case closed
        /// Nothing came or went for the time set on the socket, or not all of it before the deadline.
        case silent
        /// A message longer than is ever sent.
        case nonsense
    }

    /// Sends a message whole; never raises SIGPIPE.
    package static func send(_ message: [UInt8], to socket: Int32) throws(Ending) {
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
    ///
    /// - Parameter deadline: when all of it must have come; nil where only silence is limited, by what is set on the socket.
    package static func receive(
        from socket: Int32, limit: Int, before deadline: ContinuousClock.Instant? = nil
    ) throws(Ending) -> [UInt8] {
        var length = 0
        for (index, byte) in try receive(8, from: socket, deadline).enumerated() where index < 8 { length |= Int(byte) << (index * 8) }
        guard length >= 0, length <= limit else { throw .nonsense }
        return try receive(length, from: socket, deadline)
    }

    private static func receive(_ count: Int, from socket: Int32, _ deadline: ContinuousClock.Instant?) throws(Ending) -> [UInt8] {
        var ending: Ending?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, ending == nil {
                if let deadline, !waits(socket, until: deadline) {
                    ending = .silent
                    break
                }
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

    /// Whether there is something to receive, or an end, before the deadline.
    private static func waits(_ socket: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return false }
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            let (seconds, attoseconds) = left.components
            let ready = poll(&waiting, 1, Int32(clamping: seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
            if ready != 0, !(ready < 0 && errno == EINTR) { return true }
        }
    }
}
