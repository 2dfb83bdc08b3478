// Drafts: what somebody writes is kept on this machine until it is sent, sealed where there is a key to seal it with.
// A draft is a record under its own random name; its files are records of their own, written once, under NAME/FILE.

const newName = () => hex(crypto.getRandomValues(new Uint8Array(8)));

// Seals and opens records with a key of 32 bytes; without one they lie in clear.
const drawer = async raw => {
  if (!raw) return;
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const place = name => info('draft', facts.site, name);
  return {
    seal: async (name, data) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return join(iv, new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(name) }, key, data)));
    },
    open: (name, data) => decrypt(key, data.subarray(0, 12), data.subarray(12), place(name)),
  };
};

const draftsIn = (place, lock) => {
  const record = async (name, data, more) => ({ ...more, sealed: !!lock, data: lock ? await lock.seal(name, data) : data });
  const contents = async (name, { sealed, data }) => {
    if (sealed && !lock) throw new Fault('foreignDraft');
    return sealed ? lock.open(name, data).catch(() => { throw new Fault('foreignDraft'); }) : data;
  };
  // How many there are, for who signs out elsewhere on the site.
  const count = async () => {
    const names = (await place.all()).filter(name => !name.includes('/'));
    try {
      if (place.name === 'memory') return;
      if (names.length) localStorage.setItem(databaseName(), String(names.length));
      else localStorage.removeItem(databaseName());
    } catch { /* refused: then nobody is asked */ }
  };
  const drafts = {
    place, isSealed: !!lock, count,
    // What there is, the newest first; without 'values' where it cannot be opened.
    async list() {
      const found = [];
      for (const name of await place.all()) {
        if (name.includes('/')) continue;
        const one = await place.read(name);
        if (!one) continue;
        const draft = { name, at: one.at, rev: one.rev, sealed: one.sealed };
        try { Object.assign(draft, JSON.parse(decodeText(await contents(name, one)))); } catch { /* shown without */ }
        found.push(draft);
      }
      return found.sort((one, other) => other.at - one.at);
    },
    // Writes a draft in the place of the one with that 'rev'. Where another window has written there since, under a name of its own.
    async write(draft, text) {
      const at = Date.now(), data = utf8(JSON.stringify(text));
      for (;;) {
        const rev = draft.rev + 1;
        if (await place.replace(draft.name, await record(draft.name, data, { at, rev }), draft.rev)) {
          Object.assign(draft, { rev, at });
          break;
        }
        Object.assign(draft, { name: newName(), rev: 0, moved: true });
      }
      await count();
    },
    writeFile: async (name, bytes) => place.write(name, await record(name, bytes)),
    async readFile(name) {
      const one = await place.read(name);
      return one && contents(name, one);
    },
    removeFiles: names => place.remove(names),
    async remove(name) {
      await place.remove((await place.all()).filter(one => one === name || one.startsWith(name + '/')));
      await count();
    },
  };
  return drafts;
};
