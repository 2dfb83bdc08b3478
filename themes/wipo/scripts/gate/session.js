// Staying unlocked for a time, and signing out.

const stored = (store, key, ...value) => {
  try {
    const storage = self[store], name = 'rostrum.' + head.site + '.' + key;
    if (!value.length) return storage.getItem(name);
    value[0] === null ? storage.removeItem(name) : storage.setItem(name, value[0]);
  } catch { /* storage is refused: memory only */ }
  return null;
};
// Signing out anywhere changes this for every document of the site, whatever their clocks say: by the stamp in storage, which
// also tells pages that come back later, and by the message, where storage is refused.
let channel, heard = 0;
const signOuts = () => heard + ' ' + stored('localStorage', 'out');

// After that this document takes no keys and asks for none: another one comes in its place.
let wiped = false;
const wipe = async note => {
  wiped = true;
  endReading();
  takeQuotation();
  const left = hasForm() && endForm();
  stop();
  forgetPictures();
  for (const turn of downloads.values()) turn.abort();
  [secret, held, newest] = [];
  opened.clear();
  doc.body.replaceChildren();
  doc.title = forum;
  stored('sessionStorage', 's', null);
  if (note === 'signedOut') stored('localStorage', 'reading', null);
  stored('sessionStorage', 'note', note);
  if (mayKeep) await Promise.race([forget(), new Promise(resolve => setTimeout(resolve, 500))]);
  await left;
  location.reload();
};
const signOut = () => {
  heard++;
  stored('localStorage', 'out', Math.max(Date.now(), (+stored('localStorage', 'out') || 0) + 1));
  if (channel) channel.postMessage({ out: true });
  wipe('signedOut');
};

// A passphrase counts for eight hours from when it was entered, by the clock and, should that be set back, by how long this document
// has had the keys.
const longest = 8 * 3600e3;
let begun;
const remaining = () => longest - Math.max(Date.now() - entered, performance.now() - begun);
const check = () => {
  if (!secret) return;
  if (signOuts() !== since) return wipe('signedOut');
  if (remaining() <= 0) return wipe('expired');
  doc.body.style.visibility = '';
  markStatus();
};
// Timers stand still while a machine sleeps, so that the clock is looked at as well.
const watch = () => {
  begun = performance.now();
  setTimeout(check, remaining());
  setInterval(check, 60000);
};

const listen = received => {
  addEventListener('pagehide', () => { if (secret) doc.body.style.visibility = 'hidden'; });
  addEventListener('pageshow', check);
  addEventListener('storage', check);
  doc.addEventListener('visibilitychange', () => { if (!doc.hidden) check(); });
  if (local || !self.BroadcastChannel) return;
  channel = new BroadcastChannel('rostrum.' + head.site);
  channel.onmessage = ({ data }) => {
    if (data.out) heard++;
    check();
    if (data.ask && secret) channel.postMessage({ give: secret, entered });
    else if (data.give instanceof CryptoKey && !secret) received(data.give, data.entered);
  };
  channel.postMessage({ ask: true });
};
