// Staying unlocked, and signing out.

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

const wipe = () => {
  stop();
  [secret, keys] = [undefined, []];
  opened.clear();
  doc.body.replaceChildren();
  doc.title = forum;
  stored('sessionStorage', 's', null);
  stored('sessionStorage', 'note', 'signedOut');
  location.reload();
};
const signOut = () => {
  heard++;
  stored('localStorage', 'out', Math.max(Date.now(), (+stored('localStorage', 'out') || 0) + 1));
  if (channel) channel.postMessage({ out: true });
  wipe();
};
const check = () => {
  if (!secret) return;
  if (signOuts() !== since) return wipe();
  doc.body.style.visibility = '';
  markStatus();
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
    if (data.ask && secret) channel.postMessage({ give: secret });
    else if (data.give instanceof CryptoKey && !secret) received(data.give);
  };
  channel.postMessage({ ask: true });
};
