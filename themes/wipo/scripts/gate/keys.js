// Keys.

// What went wrong, as the key of the words that say so.
class Fault extends Error {}
const named = fault => fault instanceof Fault ? fault.message : 'failed';

// `since`: the sign-outs that were known when the attempt began that unlocked this document.
let head, secret, keys = [], since;

const readHead = () => {
  const found = /^1 ([0-9a-f]{32}) ([0-9a-f]{64}) ([1-9]\d{5,6}) ([0-9a-f]{16})$/.exec((self.rostrumKeyring || {}).head);
  if (!found || +found[3] > 5000000) throw new Fault('keyring');
  head = { site: found[1], salt: unhex(found[2]), rounds: +found[3], ring: found[4] };
};

const hkdf = async (key, purpose, length, salt = new Uint8Array()) =>
  new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: purpose }, key, length * 8));
const hkdfKey = raw => subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
const aesKey = raw => subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
const decrypt = async (key, iv, data, additionalData) =>
  new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));

const stretch = async passphrase => {
  const key = await subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: head.salt, iterations: head.rounds };
  return new Uint8Array(await subtle.deriveBits(parameters, key, 256));
};

// The keys that the keyring holds for S, or nothing.
const unwrap = async candidate => {
  const { site, ring } = head;
  const locator = await hkdf(candidate, info('slot locator', site, ring), 16);
  const name = (locator[0] >> 4).toString(16);
  await loadKeys(name, ring);
  try {
    const shard = decode64(self.rostrumKeyring[name]);
    if (shard.length % 256 || shard.length > 8 << 20) throw new Fault('keyring');
    for (let at = 0; at < shard.length; at += 256) {
      const entry = shard.subarray(at, at + 256);
      if (!same(entry.subarray(0, 16), locator)) continue;
      const key = await aesKey(await hkdf(candidate, info('slot key', site, ring), 32));
      const slot = await decrypt(key, entry.subarray(16, 28), entry.subarray(28), join(info('slot', site, ring), locator));
      const [layout, audience, flags, zero] = slot, epoch = number(slot, 4), before = number(slot, 44);
      if (layout !== 1 || audience || flags > 1 || zero || !epoch || number(slot, 8) || number(slot, 48)) throw new Fault('keyring');
      if ((flags ? !before || before >= epoch : before) || slot[148] > 63) throw new Fault('keyring');
      const found = [await objectKeys(slot.subarray(12, 44), epoch)];
      if (flags) found.push(await objectKeys(slot.subarray(52, 84), before));
      return found;
    }
  } catch { throw new Fault('keyring'); }
};

const objectKeys = async (raw, epoch) => {
  const master = await hkdfKey(raw), fields = [head.site, 'members', epoch, 0];
  const code = await hkdf(master, info('authenticate objects', ...fields), 32);
  return {
    epoch,
    code: await subtle.importKey('raw', code, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    cipher: await hkdfKey(await hkdf(master, info('encrypt objects', ...fields), 32)),
  };
};

// Takes S into use, unless somebody has signed out since the attempt `began`.
// A keyring kept by the browser may be older than the pages: then it is asked for again, once.
const unlock = async (candidate, began) => {
  let found = await unwrap(candidate);
  if (!found && !local) {
    const { ring } = head;
    await loadKeys('head', Date.now());
    readHead();
    if (head.ring !== ring) found = await unwrap(candidate);
  }
  if (!found) return false;
  if (signOuts() !== began) throw new Fault('signedOut');
  [secret, keys, since] = [candidate, found, began];
  return true;
};
