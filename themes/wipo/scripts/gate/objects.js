// Sealed objects: what is opened at its own place only, as it comes.

const kinds = ['page', 'part', 'file', 'search'];
const chunkSize = 1 << 20;

// That T belongs to bytes at a place.
const confirm = async (keys, tag, place, bytes) => {
  if (!same(new Uint8Array(await subtle.sign('HMAC', keys.code, join(place, bytes))), tag)) throw new Fault('failed');
};

const openOne = async (keys, place, tag, sealed) => {
  const derived = await hkdf(keys.cipher, info('object'), 44, tag);
  const packed = await decrypt(await aesKey(derived.subarray(0, 32)), derived.subarray(32), sealed, join(place, tag));
  await confirm(keys, tag, place, packed);
  return packed;
};

// Who holds a verification key takes nothing unsigned; a browser without Ed25519 cannot do more.
const checkSignature = async (signature, place, tag) => {
  if (!held.signed) return;
  const isGood = signature && (!held.verifier || await subtle.verify('Ed25519', held.verifier, signature, join(place, tag)));
  if (!isGood) throw new Fault('failed');
};

const readTable = async source => {
  const count = await source.take(4), chunks = number(count, 0);
  if (chunks < 2 || chunks > 4096) throw new Fault('failed');
  const bytes = join(count, await source.take(36 * chunks)), entries = [];
  for (let at = 4; at < bytes.length; at += 36) entries.push([number(bytes, at), bytes.slice(at + 4, at + 36)]);
  const [last] = entries[chunks - 1];
  if (last < 21 || last > chunkSize + 16 || entries.slice(0, -1).some(([length]) => length !== chunkSize + 16)) throw new Fault('failed');
  return { bytes, entries };
};

const openChunks = async (source, keys, entries, place, give) => {
  const room = chunkSize - 5;
  let text = 0, sealed = 0, full = true;
  for (const [index, [length, tag]] of entries.entries()) {
    const packed = await openOne(keys, place(index, entries.length), tag, await source.take(length));
    const used = number(packed, 1);
    if (packed[0] || used > packed.length - 5 || used && !full || !areZeros(packed.subarray(5 + used))) throw new Fault('failed');
    [full, text, sealed] = [used === room, text + used, sealed + packed.length];
    await give(packed.subarray(5, 5 + used), (index + 1) / entries.length);
  }
  if (sealed !== padded(text + 5 * Math.ceil(text / room))) throw new Fault('failed');
  await source.rest(0);
};

// Opens what was sealed at a path, and only there, and gives its text piece by piece, each with the share of the whole that has come.
// The object's T, and whether guests read it.
const openObject = async (source, kind, path, give) => {
  const start = await source.take(48), flags = start[6], tag = start.slice(16);
  const isPart = kind === 'part';
  if (!same(start.subarray(0, 5), [82, 79, 83, 1, kinds.indexOf(kind) + 1]) || start[5] > (isPart ? 0 : 1)) throw new Fault('failed');
  const guests = start[5] === 1, epoch = number(start, 8), generation = number(start, 12);
  if (flags > 3 || start[7] || !epoch || guests === !generation) throw new Fault('failed');
  const keys = await keysFor({ guests, epoch, generation }, path);
  const place = (chunk, chunks) => info('place', ...keys.fields, kind, flags, path, chunk, chunks);
  const table = flags & 2 ? await readTable(source) : undefined, signature = flags & 1 ? await source.take(64) : undefined;
  const whole = table ? place(table.entries.length, table.entries.length) : place(0, 1);
  if (table) await confirm(keys, tag, whole, table.bytes);
  await checkSignature(signature, whole, tag);
  if (table) await openChunks(source, keys, table.entries, place, give);
  else await give(await unpack(await openOne(keys, whole, tag, await source.rest(2 * mostText))), 1);
  return { tag, guests };
};
