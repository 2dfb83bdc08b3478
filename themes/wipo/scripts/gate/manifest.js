// The manifest: whether what was opened is what the site's last publication names.

const sha256 = async (...parts) => new Uint8Array(await subtle.digest('SHA-256', join(...parts)));
const freshFor = 600000;
let newest;

const fetchBytes = async (path, cache) => {
  const response = await fetch(base.href + 'manifest/' + path, { cache });
  if (!response.ok) throw new Fault('unfresh');
  return new Uint8Array(await response.arrayBuffer());
};

const loadNewest = async () => {
  const bytes = await fetchBytes('head.bin', 'no-cache'), levels = bytes[12];
  if (bytes.length !== 112 || !same(bytes.subarray(0, 4), [82, 79, 77, 1])) throw new Fault('unfresh');
  if (levels > 16 || !areZeros(bytes.subarray(13, 16))) throw new Fault('unfresh');
  const signed = join(info('manifest', head.site), bytes.subarray(0, 48));
  if (!await subtle.verify('Ed25519', held.verifier, bytes.subarray(48), signed)) throw new Fault('unfresh');
  const epoch = number(bytes, 4), counter = number(bytes, 8), seen = +stored('localStorage', 'counter') || 0;
  if (!epoch || !counter) throw new Fault('unfresh');
  if (counter < seen) tell('older');
  else stored('localStorage', 'counter', counter);
  newest = { counter, levels, root: bytes.slice(16, 48), at: Date.now(), shards: new Map() };
};

// The entries of a shard, if its proof leads to the root that was signed.
const loadShard = async ({ counter, levels, root }, index, cache) => {
  const bytes = await fetchBytes(counter + '/' + index + '.bin', cache), entries = bytes.subarray(32 * levels), keys = [];
  if (bytes.length < 32 * levels || entries.length > 7680 || entries.length % 24) throw new Fault('unfresh');
  for (let at = 0; at < entries.length; at += 24) keys.push(hex(entries.subarray(at, at + 8)));
  if (keys.some((key, at) => at && key <= keys[at - 1])) throw new Fault('unfresh');
  let node = await sha256(info('manifest shard', head.site, index), entries);
  for (let level = 0; level < levels; level++) {
    const beside = bytes.subarray(32 * level, 32 * level + 32), pair = index >> level & 1 ? [beside, node] : [node, beside];
    node = await sha256(info('manifest node', head.site), ...pair);
  }
  if (!same(node, root)) throw new Fault('unfresh');
  return new Map(keys.map((key, at) => [key, entries.subarray(24 * at + 8, 24 * at + 24)]));
};

// The first bytes of an object's T as the manifest has them, or nothing.
const listed = async (kind, path) => {
  const key = (await sha256(info('manifest entry', head.site, kind, path))).subarray(0, 8);
  const { shards, levels } = newest, index = (key[0] << 8 | key[1]) >> 16 - levels;
  if (!shards.has(index)) {
    shards.set(index, await loadShard(newest, index, 'default').catch(() => loadShard(newest, index, 'reload')));
  }
  return shards.get(index).get(hex(key));
};

// What is wrong with the objects of a path, as the key of words; nothing where all is as it should be.
const compare = async (path, objects) => {
  for (const [kind, tag] of objects) {
    const entry = await listed(kind, path);
    if (!entry && !tag || entry && tag && same(entry, tag.subarray(0, 16))) continue;
    return entry || kind === 'part' ? 'other' : 'gone';
  }
};

// The same, with the newest manifest asked for again where the one in hand is some minutes old, or does not fit. One after the other.
let compared = Promise.resolve();
const findStale = (path, objects) => compared = compared.then(async () => {
  try {
    const before = newest;
    if (!newest || Math.abs(Date.now() - newest.at) > freshFor) await loadNewest();
    const found = await compare(path, objects);
    if (!found || newest !== before) return found;
    await loadNewest();
    return await compare(path, objects);
  } catch {
    newest = undefined;
    if (secret) tell('unfresh');
  }
});

// Says what is wrong with what was opened, while it is still in the window; 'about' gives the words of a finding. A page that the
// browser loaded by itself may have come from its cache: 'again' fetches it before anything is said.
const inspect = async (path, objects, about, again) => {
  if (!secret || !held.signed) return;
  if (!held.verifier) return tell('unchecked');
  const page = current, found = !local && await findStale(path, objects);
  if (!found || !secret || page !== current) return;
  if (again) again();
  else say(about(found));
};
