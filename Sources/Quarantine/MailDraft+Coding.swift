package import Files

/// The form in which drafts go to the child.
extension MailDraft {
    /// Appends all of it.
    package func write(to writer: inout ByteWriter) {
        let write = { (writer: inout ByteWriter, mailbox: Letter.Mailbox) in
            writer.write(mailbox.name)
            writer.write(mailbox.address)
        }
        write(&writer, from)
        writer.write(list: to, write)
        writer.write(replyTo, write)
        writer.write(subject)
        writer.write(date.seconds)
        writer.write(date.offset)
        writer.write(messageID)
        writer.write(inReplyTo) { $0.write($1) }
        writer.write(list: references) { $0.write($1) }
        writer.write(language) { $0.write($1) }
        writer.write(text)
        writer.write(html) { $0.write($1) }
        writer.write(list: attachments) { writer, file in
            writer.write(file.name)
            writer.write(file.type)
            writer.write(file.bytes)
        }
        writer.write(isAutomatic)
    }

    /// Reads what `write(to:)` wrote.
    package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            from: try Letter.Mailbox(from: &reader),
            to: try reader.list { (reader) throws(ByteReader.Malformed) in try Letter.Mailbox(from: &reader) },
            replyTo: try reader.optional { (reader) throws(ByteReader.Malformed) in try Letter.Mailbox(from: &reader) },
            subject: try reader.string(), date: Date(seconds: try reader.int(), offset: try reader.int()),
            messageID: try reader.string(),
            inReplyTo: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() },
            references: try reader.list { (reader) throws(ByteReader.Malformed) in try reader.string() },
            language: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() },
            text: try reader.string(),
            html: try reader.optional { (reader) throws(ByteReader.Malformed) in try reader.string() },
            attachments: try reader.list { (reader) throws(ByteReader.Malformed) in
                Attachment(name: try reader.string(), type: try reader.string(), bytes: Array(try reader.data()))
            },
            isAutomatic: try reader.bool())
    }
}

extension Letter.Mailbox {
    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(name: try reader.string(), address: try reader.string())
    }
}
