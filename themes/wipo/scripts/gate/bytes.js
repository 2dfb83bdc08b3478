// Bytes, and how they are read as they come.

const utf8 = text => new TextEncoder().encode(text);
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const unhex = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
const number = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
const same = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
const join = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
// Each field with its length before it: no two lists of fields give the same bytes.
const encode = (...fields) => join(...fields.flatMap(field => {
  const bytes = utf8(String(field)), length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return [length, bytes];
}));
const info = (...fields) => encode('rostrum/1', ...fields);
const decode64 = text => {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let index = 0; index < raw.length; index++) bytes[index] = raw.charCodeAt(index);
  return bytes;
};
// What stands in a page: 13 bits in two characters, as FORMAT.md says, section 1. What is no character has a value that none may have.
const pageValues = new Uint16Array(127).fill(8192);
for (let code = 33, value = 0; code < 127; code++) if (!'&<@'.includes(String.fromCharCode(code))) pageValues[code] = value++;
const decodePage = text => {
  const single = text.length % 2, pairs = text.length - single, end = pairs / 2 * 13 + single * 6, bytes = new Uint8Array(end >> 3);
  let sound = end % 8 < 7 - single, left = 0, count = 0, at = 0;
  const take = (value, width) => {
    sound = sound && value < 1 << width;
    left = left << width | value;
    for (count += width; count >= 8;) bytes[at++] = left >> (count -= 8);
    left &= (1 << count) - 1;
  };
  for (let index = 0; index < pairs; index += 2) take(pageValues[text.charCodeAt(index)] * 91 + pageValues[text.charCodeAt(index + 1)], 13);
  if (single) take(pageValues[text.charCodeAt(pairs)], 6);
  if (!sound || left) throw new Fault('failed');
  return bytes;
};
const decodeText = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

// Bytes that 'pull' gives piece by piece, and nothing when there are no more.
const sourceOf = pull => {
  let left = new Uint8Array();
  const more = async () => {
    while (!left.length) {
      const next = await pull();
      if (!next) return false;
      left = next;
    }
    return true;
  };
  return {
    // Exactly so many of them.
    async take(count) {
      const taken = new Uint8Array(count);
      for (let at = 0; at < count;) {
        if (!await more()) throw new Fault('failed');
        const piece = left.subarray(0, count - at);
        taken.set(piece, at);
        at += piece.length;
        left = left.subarray(piece.length);
      }
      return taken;
    },
    // All that are left, if they are no more than 'room'.
    async rest(room) {
      const parts = [];
      while (await more()) {
        room -= left.length;
        if (room < 0) throw new Fault('failed');
        parts.push(left);
        left = new Uint8Array();
      }
      return join(...parts);
    },
  };
};
const sourceOfBytes = bytes => {
  const parts = [bytes];
  return sourceOf(() => parts.pop());
};
