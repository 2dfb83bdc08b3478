// The gate: unlocks this page with the reader's passphrase, and follows links without leaving it.
// The format is written down in Sources/Access/FORMAT.md. Nothing here asks another host for anything.
'use strict';
(() => {
  const doc = document, html = doc.documentElement, subtle = self.crypto && crypto.subtle;
  const local = location.protocol === 'file:';
  const forum = doc.title;
  const base = new URL(/^(\.\.\/)+$/.test(html.dataset.root) ? html.dataset.root : './', location.href);
  let strings = self.rostrumStrings || {};
  const words = key => strings[key] || key;

  // ---- Bytes

  const utf8 = text => new TextEncoder().encode(text);
  const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  const unhex = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
  const number = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  const same = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return all;
  };
  // Each field with its length before it: no two lists of fields give the same bytes.
  const encode = (...fields) => join(...fields.flatMap(field => {
    const bytes = utf8(String(field)), length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    return [length, bytes];
  }));
  const info = (...fields) => encode('rostrum/1', ...fields);
  const decode64 = text => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const raw = atob(text), bytes = new Uint8Array(raw.length);
    for (let index = 0; index < raw.length; index++) bytes[index] = raw.charCodeAt(index);
    return bytes;
  };

  // ---- What may become HTML or a script's address: text that was opened, and the keyring's own files

  const opened = new Set();
  const rules = {
    createHTML(text) {
      if (!opened.delete(text)) throw new TypeError('not opened here');
      return text;
    },
    createScriptURL(address) {
      const rest = address.startsWith(base.href + 'keyring/') ? address.slice(base.href.length + 8) : '';
      if (!/^(head|[0-9a-f])\.js(\?[0-9a-f]+)?$/.test(rest)) throw new TypeError('no file of the keyring');
      return address;
    },
  };
  const policy = self.trustedTypes ? trustedTypes.createPolicy('rostrum', rules) : rules;

  const loadKeys = (name, mark) => new Promise((resolve, reject) => {
    const script = doc.createElement('script');
    script.src = policy.createScriptURL(base.href + 'keyring/' + name + '.js' + (local ? '' : '?' + mark));
    script.onload = () => { script.remove(); resolve(); };
    script.onerror = () => { script.remove(); reject(new Fault('keyring')); };
    doc.head.append(script);
  });

  // ---- Keys

  // What went wrong, as the key of the words that say so.
  class Fault extends Error {}
  const named = fault => fault instanceof Fault ? fault.message : 'failed';

  // `since`: the sign-outs that were known when the attempt began that unlocked this document.
  let head, secret, keys = [], since;

  const readHead = () => {
    const found = /^1 ([0-9a-f]{32}) ([0-9a-f]{64}) ([1-9]\d{5,6}) ([0-9a-f]{16})$/.exec((self.rostrumKeyring || {}).head);
    if (!found || +found[3] > 5000000) throw new Fault('keyring');
    head = { site: found[1], salt: unhex(found[2]), rounds: +found[3], ring: found[4] };
  };

  const hkdf = async (key, purpose, length, salt = new Uint8Array()) =>
    new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: purpose }, key, length * 8));
  const hkdfKey = raw => subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
  const aesKey = raw => subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  const decrypt = async (key, iv, data, additionalData) =>
    new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));

  const stretch = async passphrase => {
    const key = await subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: head.salt, iterations: head.rounds };
    return new Uint8Array(await subtle.deriveBits(parameters, key, 256));
  };

  // The keys that the keyring holds for S, or nothing.
  const unwrap = async candidate => {
    const { site, ring } = head;
    const locator = await hkdf(candidate, info('slot locator', site, ring), 16);
    const name = (locator[0] >> 4).toString(16);
    await loadKeys(name, ring);
    try {
      const shard = decode64(self.rostrumKeyring[name]);
      if (shard.length % 256 || shard.length > 8 << 20) throw new Fault('keyring');
      for (let at = 0; at < shard.length; at += 256) {
        const entry = shard.subarray(at, at + 256);
        if (!same(entry.subarray(0, 16), locator)) continue;
        const key = await aesKey(await hkdf(candidate, info('slot key', site, ring), 32));
        const slot = await decrypt(key, entry.subarray(16, 28), entry.subarray(28), join(info('slot', site, ring), locator));
        const [layout, audience, flags, zero] = slot, epoch = number(slot, 4), before = number(slot, 44);
        if (layout !== 1 || audience || flags > 1 || zero || !epoch || number(slot, 8) || number(slot, 48)) throw new Fault('keyring');
        if ((flags ? !before || before >= epoch : before) || slot[148] > 63) throw new Fault('keyring');
        const found = [await objectKeys(slot.subarray(12, 44), epoch)];
        if (flags) found.push(await objectKeys(slot.subarray(52, 84), before));
        return found;
      }
    } catch { throw new Fault('keyring'); }
  };

  const objectKeys = async (raw, epoch) => {
    const master = await hkdfKey(raw), fields = [head.site, 'members', epoch, 0];
    const code = await hkdf(master, info('authenticate objects', ...fields), 32);
    return {
      epoch,
      code: await subtle.importKey('raw', code, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      cipher: await hkdfKey(await hkdf(master, info('encrypt objects', ...fields), 32)),
    };
  };

  // Takes S into use, unless somebody has signed out since the attempt `began`.
  // A keyring kept by the browser may be older than the pages: then it is asked for again, once.
  const unlock = async (candidate, began) => {
    let found = await unwrap(candidate);
    if (!found && !local) {
      const { ring } = head;
      await loadKeys('head', Date.now());
      readHead();
      if (head.ring !== ring) found = await unwrap(candidate);
    }
    if (!found) return false;
    if (signOuts() !== began) throw new Fault('signedOut');
    [secret, keys, since] = [candidate, found, began];
    return true;
  };

  // ---- Sealed pages

  // The length that `length` bytes were padded to.
  const padded = length => {
    const exponent = 31 - Math.clz32(length), step = 2 ** (exponent - 32 + Math.clz32(exponent));
    return Math.ceil(length / step) * step;
  };

  const unpack = async packed => {
    const end = 5 + number(packed, 1), body = packed.subarray(5, end);
    if (packed[0] > 1 || padded(end) !== packed.length || packed.subarray(end).some(byte => byte)) throw new Fault('failed');
    if (packed[0] === 0) return body;
    const parts = [], reader = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let room = 64 << 20; ;) {
      const { done, value } = await reader.read();
      if (done) return join(...parts);
      room -= value.length;
      if (room < 0) {
        reader.cancel();
        throw new Fault('failed');
      }
      parts.push(value);
    }
  };

  // Title and HTML of the page that was sealed at `path`, and only there.
  const openPage = async (text, path) => {
    try {
      const bytes = decode64(text.trim()), epoch = number(bytes, 8), tag = bytes.slice(16, 48);
      if (!same(bytes.subarray(0, 5), [82, 79, 83, 1, 1]) || bytes[6] || bytes[7]) throw new Fault('failed');
      const key = keys.find(key => key.epoch === epoch);
      if (bytes[5] || number(bytes, 12) || !key) throw new Fault('foreign');
      const place = info('place', head.site, 'members', epoch, 0, 'page', 0, path, 0, 1);
      const derived = await hkdf(key.cipher, info('object'), 44, tag);
      const packed = await decrypt(await aesKey(derived.subarray(0, 32)), derived.subarray(32), bytes.subarray(48), join(place, tag));
      if (!same(new Uint8Array(await subtle.sign('HMAC', key.code, join(place, packed))), tag)) throw new Fault('failed');
      const plain = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await unpack(packed));
      const cut = plain.indexOf('\n');
      if (cut < 0) throw new Fault('failed');
      const page = { title: plain.slice(0, cut), html: plain.slice(cut + 1) };
      opened.add(page.html);
      return page;
    } catch (fault) {
      throw new Fault(named(fault));  // what is cut short or written wrong fails anywhere
    }
  };

  // The same, with the keyring asked for again where the page was sealed with newer keys.
  const openFresh = async (text, path) => {
    try { return await openPage(text, path); } catch (fault) {
      if (fault.message !== 'foreign' || local) throw fault;
      await loadKeys('head', Date.now());
      readHead();
      if (!await unlock(secret, since)) throw fault;
      return openPage(text, path);
    }
  };

  // The canonical path of an address of this site, or nothing.
  const pathOf = url => {
    const address = url.href.replace(/[?#].*$/s, '');
    if (!address.startsWith(base.href)) return;
    const path = address.slice(base.href.length).replace(/(^|\/)index\.html$/, '$1');
    return /^[a-z0-9.\/-]+$/.test(path) ? path : undefined;
  };

  // ---- The page in the window

  let current = pathOf(location), busy;
  const element = (name, attributes = {}, ...children) => {
    const made = doc.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const status = element('p', { class: 'gate-status visually-hidden', role: 'status' });
  const alertLine = element('p', { class: 'gate-alert', role: 'alert' });
  const announce = text => { status.textContent = text; };
  const warn = key => { alertLine.textContent = key ? words(key) : ''; alertLine.hidden = !key; };

  // From `file://` an address that ends in a folder would show its list of files.
  const nameFiles = () => {
    if (local) for (const link of doc.querySelectorAll('a[href]')) {
      if (link.protocol === 'file:' && link.pathname.endsWith('/') && pathOf(link)) link.pathname += 'index.html';
    }
  };

  // `y`: where the reader was on that page, when they come back to it.
  const show = (page, path, y) => {
    const template = doc.createElement('template');
    template.innerHTML = policy.createHTML(page.html);
    opened.clear();
    doc.title = page.title;
    doc.body.replaceChildren(alertLine, template.content, status);
    warn();
    announce('');
    current = path;
    nameFiles();
    markStatus();
    arrive(y);
  };

  const anchor = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* then the name is as it stands */ }
    return name && doc.getElementById(name);
  };

  const arrive = y => {
    const target = anchor(), title = doc.querySelector('h1');
    if (y === undefined && target) {
      location.replace(location.hash);  // makes it the :target
      target.scrollIntoView({ behavior: 'instant' });
    } else scrollTo({ top: y || 0, behavior: 'instant' });
    const focus = y === undefined && target || title;
    if (!focus) return announce(doc.title);
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  };

  // A discussion opens and closes by the clock, not by the build.
  const markStatus = () => {
    const now = Date.now() / 1000;
    for (const mark of doc.querySelectorAll('[data-spans]')) {
      let spans;
      try { spans = JSON.parse(mark.dataset.spans); } catch { continue; }
      if (!Array.isArray(spans) || !spans.length) continue;
      const begun = spans.filter(span => span.from <= now).pop();
      const state = !begun ? 'announced' : begun.until === null || now < begun.until ? 'open' : 'closed';
      const label = (begun || spans[0])[state];
      if (mark.dataset.state === state && mark.textContent === label) continue;
      mark.dataset.state = state;
      mark.textContent = label;
    }
    // What was said of an announced discussion is no longer so.
    for (const said of doc.querySelectorAll('[data-announced]')) {
      const mark = (said.closest('article') || doc).querySelector('[data-spans]');
      if (mark && mark.dataset.state !== 'announced' && said.dataset.announced) said.textContent = said.dataset.announced;
    }
  };

  // ---- Following links

  // What is being opened is no longer wanted.
  const stop = () => {
    if (busy) busy.abort();
    busy = undefined;
  };

  // Where the file at an address of this site was found, and its text.
  const load = async (url, signal) => {
    let response, text;
    try {
      response = await fetch(url.href.replace(/#.*$/s, ''), { signal, cache: 'no-cache' });
      text = await response.text();
    } catch { throw new Fault('offline'); }
    if (!response.ok) throw new Fault(response.status < 500 ? 'failed' : 'offline');
    return [response.url, text];
  };

  // Opens a page in place. What fails never leaves the document, which holds the keys: it is told where the reader is.
  const go = async (url, push, y) => {
    stop();
    warn();
    const turn = busy = new AbortController();
    const slow = setTimeout(() => announce(words('loading')), 400);
    try {
      const [address, text] = await load(url, turn.signal);
      const [, language, direction] = /<html lang="([A-Za-z-]{2,12})" dir="(ltr|rtl)"/.exec(text) || [];
      const [, sealed] = /<template id="sealed">([^<]*)<\/template>/.exec(text) || [];
      const path = pathOf(new URL(address));
      if (!sealed || !language || !path) throw new Fault('failed');
      const page = await openFresh(sealed, path);
      if (turn !== busy || !secret) return;
      if (push) history.pushState(null, '', address + url.hash);
      const before = html.lang;
      [html.lang, html.dir] = [language, direction];
      show(page, path, y);
      if (before !== language) speak(text, address).catch(() => {});  // then they stay as they are
    } catch (fault) {
      if (turn !== busy || !secret) return;
      if (pathOf(location) === current) return warn(named(fault));
      // Back or Forward: the address is that page's already, so what was shown before makes way.
      current = undefined;
      doc.title = forum;
      doc.body.replaceChildren(gate, status);
      refuse(named(fault), () => go(url, false, y));
    } finally {
      clearTimeout(slow);
      if (status.textContent === words('loading')) announce('');
    }
  };

  // The gate's own words in the language of the page just opened: read as data from the shell's second script.
  const speak = async (shell, address) => {
    const source = [...shell.matchAll(/<script src="([^"]+)"/g)][1];
    const text = source && await (await fetch(new URL(source[1], address))).text();
    const found = /^\s*(?:var )?rostrumStrings\s*=\s*(\{.*\})\s*;?\s*$/s.exec(text || '');
    if (found) strings = JSON.parse(found[1]);
  };

  // Sealed pages lie below their language. All else on this host is the browser's own affair.
  const pages = /^[a-z]{2,3}(-[a-z]{2,4})?(\/[a-z0-9-]+)*\/?$/;
  const onClick = event => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target && target.closest('[data-sign-out]')) return signOut();
    const link = target && target.closest('a[href]');
    if (local || !link || event.defaultPrevented || event.button || event.metaKey) return;
    if (event.ctrlKey || event.shiftKey || event.altKey || !secret) return;
    if (link.hasAttribute('download') || link.target && link.target !== '_self') return;
    let url;
    try { url = new URL(link.href); } catch { return event.preventDefault(); }  // leads nowhere
    const path = pathOf(url);
    if (!path || !pages.test(path) || path === current && url.hash) return;
    event.preventDefault();
    remember();
    go(url, path !== current || !!location.hash);
  };

  const remember = () => { if (secret) history.replaceState({ y: scrollY }, ''); };
  let settle;
  // Back and Forward reach pages that were opened in place, also when the reader has signed out since and the document is another.
  addEventListener('popstate', event => {
    clearTimeout(settle);
    stop();
    const y = event.state ? event.state.y : undefined;
    if (pathOf(location) === current) {
      if (secret && y !== undefined) scrollTo({ top: y, behavior: 'instant' });
      else if (secret && anchor()) anchor().scrollIntoView();
    } else if (secret && !local) go(new URL(location.href), false, y);
    else location.reload();
  });
  const follow = () => {
    doc.addEventListener('click', onClick);
    if (local) return;
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => { clearTimeout(settle); settle = setTimeout(remember, 400); }, { passive: true });
  };

  // ---- Staying unlocked, and signing out

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

  // ---- The form

  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  // The twenty symbols of what was typed; throws the fault when they cannot be right.
  const normalise = typed => {
    const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
      .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => digit.charCodeAt(0) & 15).replace(/O/g, '0').replace(/[IL]/g, '1');
    if (!plain) throw new Fault('empty');
    const values = Array.from(plain, symbol => alphabet.indexOf(symbol));
    if (values.includes(-1)) throw new Fault('typo');
    if (values.length !== 20) throw new Fault('length');
    let sum = 0, weighed = 0;
    for (const value of values) {
      sum ^= value;
      weighed = (weighed << 1 ^ (weighed & 16 ? 37 : 0)) ^ value;
    }
    if (sum || weighed) throw new Fault('typo');
    return plain;
  };

  const gate = doc.getElementById('gate');
  const titles = () => secret ? [element('h1', {}, forum)]
    : [element('p', { class: 'forum' }, forum), element('h1', {}, words('title'))];
  const refuse = (key, again) => {
    gate.replaceChildren(...titles(), alertLine);
    warn(key);
    if (!again) return;
    const button = element('button', { type: 'button' }, words('retry'));
    button.onclick = again;
    gate.append(button);
    button.focus();
  };

  const ask = submit => {
    const input = element('input', {
      id: 'passphrase', type: 'password', autocomplete: 'current-password', autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr',
      required: '', 'aria-describedby': 'passphrase-hint',
    });
    const reveal = element('button', { type: 'button', class: 'gate-show', 'aria-controls': 'passphrase' }, words('show'));
    reveal.onclick = () => {
      input.type = input.type === 'text' ? 'password' : 'text';
      reveal.textContent = words(input.type === 'text' ? 'hide' : 'show');
    };
    const form = element('form', { class: 'gate-form', novalidate: '' },
      element('label', { for: 'passphrase' }, words('label')), element('span', { class: 'gate-field' }, input, reveal),
      element('p', { id: 'passphrase-hint' }, words('hint')), element('button', { type: 'submit' }, words('open')));
    const line = element('p', { class: 'gate-status', role: 'status' });
    gate.replaceChildren(...titles(), element('p', { class: 'gate-intro' }, words('intro')), form, line, alertLine);
    const note = stored('sessionStorage', 'note');
    stored('sessionStorage', 'note', null);
    line.textContent = note === 'signedOut' ? words('signedOut') : '';
    warn();
    input.focus();
    form.onsubmit = async event => {
      event.preventDefault();
      if (form.hasAttribute('aria-busy')) return;
      warn();
      const progress = element('progress', { 'aria-label': words('waiting') });
      try {
        const passphrase = normalise(input.value);
        form.setAttribute('aria-busy', 'true');
        line.textContent = words('waiting');
        form.append(progress);
        await submit(passphrase);
      } catch (fault) {
        warn(named(fault));
        input.setAttribute('aria-invalid', 'true');
        input.focus();
        input.select();
      }
      form.removeAttribute('aria-busy');
      progress.remove();
      line.textContent = '';
    };
  };

  // ---- From here

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
})();
