// The keyring: what a passphrase opens.

// What it says of the site; S; what the reader's slot holds; the sign-outs that were known when the attempt began that unlocked
// this document; and when the passphrase was entered, here or in the tab that S came from.
let head, secret, held, since, entered;

const readHead = () => {
  const found = /^1 ([0-9a-f]{32}) ([0-9a-f]{64}) ([1-9]\d{5,6}) ([0-9a-f]{16})$/.exec((self.rostrumKeyring || {}).head);
  if (!found || +found[3] > 5000000) throw new Fault('keyring');
  head = { site: found[1], salt: unhex(found[2]), rounds: +found[3], ring: found[4] };
};

// What a slot's contents say, or nothing where they are not laid out as the office does it.
const readSlot = async slot => {
  const [layout, guests, flags, zero] = slot, name = slot.subarray(117, 117 + slot[116]), page = slot.subarray(149, 149 + slot[148]);
  const [epoch, generation, before, earlier] = [4, 8, 44, 48].map(at => number(slot, at));
  if (layout !== 1 || guests > 1 || flags > 3 || zero || slot[116] > 31 || slot[148] > 63) return;
  const fits = generation => guests ? generation > 0 : generation === 0;
  if (!epoch || !fits(generation)) return;
  const isEarlier = before > 0 && fits(earlier) && (before < epoch || guests && before === epoch && earlier < generation);
  if (flags & 1 ? !isEarlier : before || earlier) return;
  const discussion = String.fromCharCode(...name), first = String.fromCharCode(...page);
  if (guests ? !isDiscussion(discussion) : discussion) return;
  if (!/^[a-z\d./-]*$/.test(first)) return;
  const keys = [{ epoch, generation, key: await hkdfKey(slot.subarray(12, 44)) }];
  if (flags & 1) keys.push({ epoch: before, generation: earlier, key: await hkdfKey(slot.subarray(52, 84)) });
  const signed = flags > 1, verifier = signed ? await verifierOf(slot.slice(84, 116)) : undefined;
  return { number: discussion, keys, first, made: new Map(), signed, verifier };
};

// Nothing where the browser lacks Ed25519.
const verifierOf = raw => subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(() => undefined);

// The slot that the keyring holds for S, or nothing.
const unwrap = async candidate => {
  const { site, ring } = head;
  const locator = await hkdf(candidate, info('slot locator', site, ring), 16);
  const name = (locator[0] >> 4).toString(16);
  await loadKeys(name, ring);
  try {
    const text = self.rostrumKeyring[name], shard = decode64(text);
    if (!shard.length || shard.length % 256 || text.length > 8 << 20) throw new Fault('keyring');
    for (let at = 0; at < shard.length; at += 256) {
      const entry = shard.subarray(at, at + 256);
      if (!same(entry.subarray(0, 16), locator)) continue;
      const key = await aesKey(await hkdf(candidate, info('slot key', site, ring), 32));
      const slot = await decrypt(key, entry.subarray(16, 28), entry.subarray(28), join(info('slot', site, ring), locator));
      const found = await readSlot(slot);
      if (!found) throw new Fault('keyring');
      return found;
    }
  } catch { throw new Fault('keyring'); }
};

// Takes S into use, unless somebody has signed out since the attempt that 'began' then.
// A keyring kept by the browser may be older than the pages: then it is asked for again, once.
const unlock = async (candidate, began, at) => {
  let found = await unwrap(candidate);
  if (!found && !local) {
    const { ring } = head;
    await loadKeys('head', Date.now());
    readHead();
    if (head.ring !== ring) found = await unwrap(candidate);
  }
  if (!found) return false;
  if (wiped || signOuts() !== began) throw new Fault('signedOut');
  [secret, held, since, entered] = [candidate, found, began, Math.min(at, Date.now())];
  return true;
};

// Reads the keyring again with the S in hand: whether it still opens anything. One at a time, whoever asks.
let renewal;
const renew = () => renewal = renewal || (async () => {
  try {
    await loadKeys('head', Date.now());
    readHead();
    return await unlock(secret, since, entered);
  } finally { renewal = undefined; }
})();
