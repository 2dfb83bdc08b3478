// Bytes.

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
