// How texts are packed before they are sealed.

const mostText = 64 << 20;

const bitsOf = number => number < 2 ** 32 ? 32 - Math.clz32(number) : 33;
// The length that so many bytes were padded to.
const padded = length => {
  const exponent = bitsOf(length) - 1, step = 2 ** (exponent - bitsOf(exponent));
  return Math.ceil(length / step) * step;
};
const areZeros = bytes => bytes.every(byte => !byte);

const unpack = async packed => {
  const end = 5 + number(packed, 1), body = packed.subarray(5, end);
  if (packed[0] > 1 || body.length > mostText || padded(end) !== packed.length || !areZeros(packed.subarray(end))) throw new Fault('failed');
  if (packed[0] === 0) return body;
  const reader = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    return await sourceOf(async () => (await reader.read()).value).rest(mostText);
  } catch (fault) {
    reader.cancel().catch(() => {});
    throw fault;
  }
};
