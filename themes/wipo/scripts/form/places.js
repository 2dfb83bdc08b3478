// Where things are kept on this machine, as far as the browser lets them: a database, else the browser's storage for texts alone, else
// nothing but this page. Each place gives 'all' names, and reads, writes and removes by name. What is read and written are objects.

const databaseName = () => 'rostrum.' + facts.site + '.drafts';

const database = async () => {
  if (!self.indexedDB) throw new Fault('failed');
  const opened = await new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName(), 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts');
    asked.onerror = asked.onblocked = () => reject(asked.error);
    asked.onsuccess = () => resolve(asked.result);
  });
  // Who signs out in another tab may delete all of it.
  opened.onversionchange = () => opened.close();
  // 'act' asks for one thing after the other within one transaction.
  const turn = (mode, act) => new Promise((resolve, reject) => {
    const transaction = opened.transaction('drafts', mode);
    let result;
    act(transaction.objectStore('drafts'), value => { result = value; });
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  const ask = act => turn('readonly', (store, give) => { act(store).onsuccess = event => give(event.target.result); });
  await ask(store => store.count());
  return {
    name: 'database', holdsFiles: true,
    all: () => ask(store => store.getAllKeys()),
    read: name => ask(store => store.get(name)),
    write: (name, value) => turn('readwrite', store => store.put(value, name)),
    // Only where what is there is still the one that was read; tells whether it was.
    replace: (name, value, rev) => turn('readwrite', (store, give) => {
      store.get(name).onsuccess = event => {
        const isSame = (event.target.result || { rev: 0 }).rev === rev;
        if (isSame) store.put(value, name);
        give(isSame);
      };
    }),
    remove: names => turn('readwrite', store => { for (const name of names) store.delete(name); }),
    close: () => opened.close(),
  };
};

// Bytes as text, for a storage that takes nothing else.
const inText = (key, value) => value instanceof Uint8Array ? { bytes: Array.from(value, byte => String.fromCharCode(byte)).join('') } : value;
const outOfText = (key, value) => value && typeof value.bytes === 'string' ? Uint8Array.from(value.bytes, sign => sign.charCodeAt(0)) : value;

const plainPlace = (name, store) => {
  const prefix = 'rostrum.' + facts.site + '.draft.';
  const read = key => JSON.parse(store.getItem(prefix + key) || 'null', outOfText) || undefined;
  const write = (key, value) => store.setItem(prefix + key, JSON.stringify(value, inText));
  return {
    name, holdsFiles: false,
    all: async () => store.keys().filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)),
    read: async key => read(key),
    write: async (key, value) => write(key, value),
    replace: async (key, value, rev) => {
      const isSame = (read(key) || { rev: 0 }).rev === rev;
      if (isSame) write(key, value);
      return isSame;
    },
    remove: async keys => { for (const key of keys) store.removeItem(prefix + key); },
    close() {},
  };
};
const storage = () => {
  const test = 'rostrum.' + facts.site + '.test';
  localStorage.setItem(test, '1');
  localStorage.removeItem(test);
  return plainPlace('storage', {
    keys: () => Object.keys(localStorage), getItem: key => localStorage.getItem(key), setItem: (key, text) => localStorage.setItem(key, text),
    removeItem: key => localStorage.removeItem(key),
  });
};
const memory = () => {
  const texts = new Map();
  return plainPlace('memory', {
    keys: () => [...texts.keys()], getItem: key => texts.get(key), setItem: (key, text) => texts.set(key, text), removeItem: key => texts.delete(key),
  });
};
const openPlace = async () => {
  try { return await database(); } catch { /* refused: the next */ }
  try { return storage(); } catch { /* refused too */ }
  return memory();
};
