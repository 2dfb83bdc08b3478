// From here.

// 'keepIt' is there where the passphrase was typed here. Then a guest is brought to their discussion from wherever they entered.
const enter = async (candidate, began, at, keepIt) => {
  if (!await unlock(candidate, began, at)) throw new Fault('wrong');
  watch();
  follow();
  if (keepIt) keepIt();
  try {
    const page = await openPage(templatesOf(doc), current || '');
    if (secret) show(page, current, history.state, () => go(new URL(location.href), '', spot()));
  } catch (fault) {
    if (!secret) return;
    // The passphrase is right, the page is not.
    const key = named(fault);
    if (key !== 'guest' || !keepIt || !pages.test(held.first)) return refuse(key, () => location.reload());
    if (local) return location.replace(addressOf(held.first));
    current = undefined;
    await go(new URL(addressOf(held.first)), 'replaceState');
  }
};

const start = async () => {
  nameFiles();
  if (self.top !== self) return refuse('framed');
  if (!subtle) return refuse('insecure');
  try { new DecompressionStream('deflate-raw'); } catch { return refuse('outdated'); }
  readHead();
  // One attempt after the other: a passphrase typed here, or keys handed over by other tabs, which count from now.
  let last = Promise.resolve();
  const attempt = (...given) => {
    const next = last.then(() => secret || enter(...given));
    last = next.catch(() => {});
    return next;
  };
  // A key that came by itself and opens nothing is no mistake of the reader's.
  const began = signOuts(), quietly = async (candidate, at) => {
    if (Date.now() - at < longest) await attempt(candidate, began, at).catch(() => {});
  };
  const kept = local ? /^([0-9a-f]{64}) (\d+) (.+)$/.exec(stored('sessionStorage', 's')) : undefined;
  if (kept && kept[3] === began) await quietly(await hkdfKey(unhex(kept[1])), +kept[2]);
  if (kept && !secret) stored('sessionStorage', 's', null);
  const recalled = await recall();
  if (recalled) await quietly(recalled.secret, recalled.entered);
  if (recalled && !secret) await forget();
  listen(quietly);
  if (!secret && channel) await new Promise(resolve => setTimeout(resolve, 150));
  await last;
  if (secret || wiped) return;
  ask(async (passphrase, staying) => {
    const began = signOuts(), at = Date.now(), raw = await stretch(passphrase, head), text = local && hex(raw), candidate = await hkdfKey(raw);
    raw.fill(0);
    await attempt(candidate, began, at, () => {
      if (local) stored('sessionStorage', 's', text + ' ' + at + ' ' + since);
      if (staying) keep();
    });
  });
};
start().catch(fault => refuse(named(fault), () => location.reload()));
