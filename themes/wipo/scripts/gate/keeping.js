// Staying signed in on this device, where the forum has its origin to itself: S as a key that no script can read out.

const mayKeep = !local && 'ownOrigin' in html.dataset && !!self.indexedDB;

const inDatabase = act => new Promise((resolve, reject) => {
  const opening = indexedDB.open('rostrum.' + head.site);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result, turn = database.transaction('kept', 'readwrite'), asked = act(turn.objectStore('kept'));
    turn.oncomplete = () => { database.close(); resolve(asked.result); };
    turn.onabort = () => { database.close(); reject(turn.error); };
  };
});

// A browser that refuses to keep it asks for the passphrase the next time.
const keep = () => inDatabase(kept => kept.put({ secret, entered, out: stored('localStorage', 'out') }, 's')).catch(() => {});
const forget = () => inDatabase(kept => kept.delete('s')).catch(() => {});
// What was kept, unless its time is over or somebody has signed out since.
const recall = async () => {
  const found = mayKeep && await inDatabase(kept => kept.get('s')).catch(() => {});
  if (!found) return;
  const isGood = found.secret instanceof CryptoKey && Date.now() - found.entered < longest && found.out === stored('localStorage', 'out');
  if (isGood) return found;
  await forget();
};
