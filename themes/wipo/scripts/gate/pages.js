// Sealed pages.

// The length that `length` bytes were padded to.
const padded = length => {
  const exponent = 31 - Math.clz32(length), step = 2 ** (exponent - 32 + Math.clz32(exponent));
  return Math.ceil(length / step) * step;
};

const unpack = async packed => {
  const end = 5 + number(packed, 1), body = packed.subarray(5, end);
  if (packed[0] > 1 || padded(end) !== packed.length || packed.subarray(end).some(byte => byte)) throw new Fault('failed');
  if (packed[0] === 0) return body;
  const parts = [], reader = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (let room = 64 << 20; ;) {
    const { done, value } = await reader.read();
    if (done) return join(...parts);
    room -= value.length;
    if (room < 0) {
      reader.cancel();
      throw new Fault('failed');
    }
    parts.push(value);
  }
};

// Title and HTML of the page that was sealed at `path`, and only there.
const openPage = async (text, path) => {
  try {
    const bytes = decode64(text.trim()), epoch = number(bytes, 8), tag = bytes.slice(16, 48);
    if (!same(bytes.subarray(0, 5), [82, 79, 83, 1, 1]) || bytes[6] || bytes[7]) throw new Fault('failed');
    const key = keys.find(key => key.epoch === epoch);
    if (bytes[5] || number(bytes, 12) || !key) throw new Fault('foreign');
    const place = info('place', head.site, 'members', epoch, 0, 'page', 0, path, 0, 1);
    const derived = await hkdf(key.cipher, info('object'), 44, tag);
    const packed = await decrypt(await aesKey(derived.subarray(0, 32)), derived.subarray(32), bytes.subarray(48), join(place, tag));
    if (!same(new Uint8Array(await subtle.sign('HMAC', key.code, join(place, packed))), tag)) throw new Fault('failed');
    const plain = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await unpack(packed));
    const cut = plain.indexOf('\n');
    if (cut < 0) throw new Fault('failed');
    const page = { title: plain.slice(0, cut), html: plain.slice(cut + 1) };
    opened.add(page.html);
    return page;
  } catch (fault) {
    throw new Fault(named(fault));  // what is cut short or written wrong fails anywhere
  }
};

// The same, with the keyring asked for again where the page was sealed with newer keys.
const openFresh = async (text, path) => {
  try { return await openPage(text, path); } catch (fault) {
    if (fault.message !== 'foreign' || local) throw fault;
    await loadKeys('head', Date.now());
    readHead();
    if (!await unlock(secret, since)) throw fault;
    return openPage(text, path);
  }
};

// The canonical path of an address of this site, or nothing.
const pathOf = url => {
  const address = url.href.replace(/[?#].*$/s, '');
  if (!address.startsWith(base.href)) return;
  const path = address.slice(base.href.length).replace(/(^|\/)index\.html$/, '$1');
  return /^[a-z0-9.\/-]+$/.test(path) ? path : undefined;
};
