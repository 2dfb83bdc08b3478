// From here.

const enter = async (candidate, began) => {
  if (!await unlock(candidate, began)) throw new Fault('wrong');
  try {
    const page = await openFresh(doc.getElementById('sealed').content.textContent, current || '');
    if (!secret) return;
    show(page, current, history.state ? history.state.y : undefined);
    follow();
  } catch (fault) {
    if (secret) refuse(named(fault), () => location.reload());  // the key is right, the page is not
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
  const attempt = (candidate, began) => {
    const next = last.then(() => secret || enter(candidate, began));
    last = next.catch(() => {});
    return next;
  };
  // A key that came by itself and opens nothing is no mistake of the reader's.
  const began = signOuts(), quietly = candidate => attempt(candidate, began).catch(() => {});
  const kept = local ? /^([0-9a-f]{64}) (.+)$/.exec(stored('sessionStorage', 's')) : null;
  if (kept && kept[2] === began) await quietly(await hkdfKey(unhex(kept[1])));
  listen(quietly);
  if (!secret && channel) await new Promise(resolve => setTimeout(resolve, 150));
  await last;
  if (secret) return;
  ask(async passphrase => {
    const began = signOuts(), raw = await stretch(passphrase), text = local && hex(raw), candidate = await hkdfKey(raw);
    raw.fill(0);
    await attempt(candidate, began);
    if (local && secret) stored('sessionStorage', 's', text + ' ' + since);
  });
};
start().catch(fault => refuse(named(fault), () => location.reload()));
