// The bytes of an index. What is counted in them is never believed beyond their end.

class Bytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  get isDone() { return this.at >= this.bytes.length; }
  number() {
    let value = 0;
    for (let scale = 1; scale < 2 ** 42 && !this.isDone; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Fault('damaged');
  }
  signed() {
    const value = this.number();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }
  // How many of something follow, of which each takes so many bytes or more.
  count(bytes = 1) {
    const count = this.number();
    if (count * bytes > this.bytes.length - this.at) throw new Fault('damaged');
    return count;
  }
  take(length) {
    if (length > this.bytes.length - this.at) throw new Fault('damaged');
    return this.bytes.subarray(this.at, this.at += length);
  }
  text() {
    const bytes = this.take(this.number());
    try { return utf8.decode(bytes); } catch { throw new Fault('damaged'); }
  }
  list(read, bytes) { return Array.from({ length: this.count(bytes) }, read); }
  // Numbers that ascend from 0.
  ascending() {
    let number = 0;
    return this.list(() => number += this.number());
  }
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// FNV-1a.
const sumOf = bytes => {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
};

// Texts by their code points, as the index has them in order.
const compare = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [x, y] = [a, b].map(text => at < text.length ? text.charCodeAt(at) : -1), isHalf = unit => unit >> 11 === 27;
  return isHalf(x) !== isHalf(y) ? (isHalf(x) ? 1 : -1) : x - y;
};
const comparePairs = (a, b) => a[0] - b[0] || a[1] - b[1];
// The place of the last that is not behind what is asked for, or -1. 'order' tells how one compares to that.
const lastUpTo = (list, order) => {
  let from = 0, to = list.length;
  while (from < to) {
    const middle = from + to >> 1;
    order(list[middle]) > 0 ? to = middle : from = middle + 1;
  }
  return from - 1;
};
