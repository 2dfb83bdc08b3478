// Mutated inputs for the gate's reading functions, in whose scope this stands. Hands out one function: it runs so many inputs from a
// seed, and gives what was wrong: what opened though its bytes are others, or took long.

const bytesOf = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));
// Mulberry32 of T. Ettinger.
const seeded = state => () => {
  state = state + 0x6D2B79F5 | 0;
  let mixed = Math.imul(state ^ state >>> 15, 1 | state);
  mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
  return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
};
const below = (random, limit) => Math.floor(random() * limit);
const oneOf = (random, list) => list[below(random, list.length)];
const some = random => Array.from({ length: 1 + below(random, 16) }, () => below(random, 256));

const change = (list, random) => {
  if (!list.length) return some(random);
  // Headers are short and texts are long, so half of all changes are made near the beginning.
  const at = below(random, random() < 0.5 ? Math.min(list.length, 64) : list.length), out = list.slice();
  switch (below(random, 8)) {
    case 0: case 1: out[at] ^= 1 << below(random, 8); break;
    case 2: out[at] = oneOf(random, [0, 1, 2, 10, 43, 48, 127, 128, 255]); break;
    case 3: out.splice(at, 0, ...some(random)); break;
    case 4: out.splice(at, 1 + below(random, 16)); break;
    case 5: return out.slice(0, at);
    case 6: out.splice(at, 0, ...out.slice(at, at + 1 + below(random, 64))); break;
    default: {
      const value = oneOf(random, [0, 1, 4095, 4096, 2 ** 20, 2 ** 31, 2 ** 32 - 1]);
      for (let index = 0; index < 4 && at + index < out.length; index++) out[at + index] = value >>> 24 - 8 * index & 255;
    }
  }
  return out;
};
// Other bytes than these.
const mutated = (bytes, random) => {
  for (;;) {
    let list = Array.from(bytes);
    for (let count = 1 + below(random, 4); count; count--) list = change(list, random);
    const made = Uint8Array.from(list);
    if (!same(made, bytes)) return made;
  }
};
const mutatedText = (text, random) => String.fromCharCode(...mutated(utf8(text), random));

const take = async (bytes, kind, path) => {
  const pieces = [];
  await openObject(sourceOfBytes(bytes), kind, path, piece => { pieces.push(piece); });
  return join(...pieces);
};
// An unsigned object of whatever is packed.
const sealed = async (packed, kind, path) => {
  const guests = kind !== 'part' && discussionOf(path), [epoch, generation] = [1, guests ? 1 : 0];
  const keys = await heldKeys({ guests: !!guests, epoch, generation }, path), place = info('place', ...keys.fields, kind, 0, path, 0, 1);
  const tag = new Uint8Array(await subtle.sign('HMAC', keys.code, join(place, packed))), derived = await hkdf(keys.cipher, info('object'), 44, tag);
  const key = await subtle.importKey('raw', derived.subarray(0, 32), 'AES-GCM', false, ['encrypt']);
  const text = await subtle.encrypt({ name: 'AES-GCM', iv: derived.subarray(32), additionalData: join(place, tag) }, key, packed);
  const head = Uint8Array.from([82, 79, 83, 1, kinds.indexOf(kind) + 1, guests ? 1 : 0, 0, 0, 0, 0, 0, epoch, 0, 0, 0, generation]);
  return join(head, tag, new Uint8Array(text));
};
// An unsigned object in several chunks, of whatever table.
const withTable = async (table, chunks, path) => {
  const keys = await heldKeys({ guests: false, epoch: 1, generation: 0 }, path), count = table.length < 4 ? 0 : number(table, 0);
  const place = info('place', ...keys.fields, 'file', 2, path, count, count);
  const tag = new Uint8Array(await subtle.sign('HMAC', keys.code, join(place, table)));
  return join(Uint8Array.from([82, 79, 83, 1, 3, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0]), tag, table, chunks);
};

// Each target: what of one mutated input is wrong, or nothing. A fault of any kind is a refusal.
const refused = async attempt => {
  try { await attempt(); } catch { return; }
  return 'opened';
};
const targets = site => ({
  async keyringHead(random) {
    self.rostrumKeyring = { head: mutatedText(site.head, random) };
    try { readHead(); } catch { return; }
    const { site: name, salt, rounds, ring } = head;
    if (['1', name, hex(salt), rounds, ring].join(' ') !== self.rostrumKeyring.head) return 'a head that says something else';
  },
  async keyringFile(random) {
    self.rostrumKeyring = { head: site.head };
    readHead();
    self.rostrumKeyring[site.digit] = random() < 0.5 ? mutatedText(site.shard, random) : btoa(String.fromCharCode(...mutated(bytesOf(site.shard), random)));
    let found;
    try { found = await unwrap(site.secret); } catch { return; }
    if (found && (found.first !== site.held.first || found.number !== site.held.number || found.keys.length !== site.held.keys.length)) return 'another slot';
  },
  async slot(random) {
    const slot = new Uint8Array(212);
    slot.set(mutated(oneOf(random, site.slots), random).subarray(0, 212));
    let found;
    try { found = await readSlot(slot); } catch { return; }
    if (found && !(found.number.length < 32 && found.first.length < 64 && found.keys[0].epoch > 0)) return 'a slot without bounds';
  },
  async object(random) {
    held = site.held;
    const { bytes, kind, path } = oneOf(random, site.objects);
    return refused(() => take(mutated(bytes, random), kind, path));
  },
  async pageText(random) {
    const text = mutatedText(site.written, random);
    let bytes;
    try { bytes = decodePage(text); } catch { return; }
    if (text !== site.written && same(bytes, decodePage(site.written))) return 'another text for the same bytes';
  },
  async sealedText(random) {
    held = site.unsigned;
    const { kind, path } = oneOf(random, site.objects);
    let packed = mutated(oneOf(random, site.packed), random);
    if (packed.length > 4 && random() < 0.5) packed = join(packed, new Uint8Array(padded(packed.length) - packed.length));
    const object = await sealed(packed, kind, path);
    let text;
    try { text = await take(object, kind, path); } catch { return; }
    if (text.length > mostText || packed[0] > 1 || padded(5 + number(packed, 1)) !== packed.length) return 'a text that is not well packed';
  },
  async table(random) {
    held = site.held;
    return refused(() => take(join(mutated(site.front, random), site.chunks), 'file', site.long));
  },
  async madeTable(random) {
    held = site.unsigned;
    const object = await withTable(mutated(site.table, random), site.chunks, site.long);
    return refused(() => take(object, 'file', site.long));
  },
  async part(random) {
    const page = { text: site.pageText, tag: site.pageTag };
    let text;
    try { text = applyPart(page, hex(page.tag) + '\n' + mutatedText(site.orders, random)); } catch { return; }
    if (text.length > page.text.length + site.orders.length + 400) return 'more text than there is';
  },
  async manifest(random) {
    held = site.held;
    const path = oneOf(random, Object.keys(site.manifest));
    answers = { ...site.manifest, [path]: mutated(site.manifest[path], random) };
    return refused(async () => {
      await loadNewest();
      await listed('page', site.objects[0].path);
    });
  },
});

const prepare = async given => {
  self.rostrumKeyring = { head: given.head, [given.digit]: given.shard };
  readHead();
  const secret = await hkdfKey(unhex(given.secret)), bytes = name => bytesOf(given[name]);
  const site = {
    ...given, secret, held: await unwrap(secret), front: bytes('front'), chunks: bytes('chunks'), table: bytes('table'), pageTag: bytes('pageTag'),
    slots: given.slots.map(bytesOf), packed: given.packed.map(bytesOf),
    objects: given.objects.map(one => ({ ...one, bytes: bytesOf(one.bytes) })),
    manifest: Object.fromEntries(Object.entries(given.manifest).map(([path, text]) => [path, bytesOf(text)])),
  };
  site.unsigned = { ...site.held, signed: false, made: new Map() };
  return site;
};

// That the inputs are right before they are mutated: else nothing would be shown by their being refused.
const sound = async site => {
  held = site.held;
  for (const { bytes, kind, path } of site.objects) await take(bytes, kind, path);
  answers = site.manifest;
  await loadNewest();
  if (!await listed('page', site.objects[0].path)) throw new Error('the manifest');
  applyPart({ text: site.pageText, tag: site.pageTag }, hex(site.pageTag) + '\n' + site.orders);
  held = site.unsigned;
  for (const packed of site.packed) await take(await sealed(packed, 'page', site.objects[0].path), 'page', site.objects[0].path);
};

self.fuzz = async (given, seed, count) => {
  const site = await prepare(given), wrong = [], random = seeded(seed), all = Object.entries(targets(site));
  await sound(site);
  for (let input = 0; input < count; input++) {
    const [name, target] = all[input % all.length], began = performance.now();
    const found = await target(random);
    if (found) wrong.push(name + ', input ' + input + ': ' + found);
    if (performance.now() - began > 5000) wrong.push(name + ', input ' + input + ': took ' + (performance.now() - began) + ' ms');
  }
  return wrong;
};
