// What may become HTML or a script's address: text that was opened, the keyring's own files, the scripts of the form, of reading and of the search, and what a
// copy for folders has as scripts (FORMAT.md, section 14).

const opened = new Set();
const rules = {
  createHTML(text) {
    if (!opened.delete(text)) throw new TypeError('not opened here');
    return text;
  },
  createScriptURL(address) {
    const path = address.startsWith(base.href) ? address.slice(base.href.length) : '';
    if (!/^(keyring\/(head|[0-9a-f])\.js(\?[0-9a-f]+)?|assets\/(form|reading|search)\.[0-9a-f]{16}\.js|(files|search)\/[\w\/-]+\.bin\.js)$/.test(path)) throw new TypeError('no script of this site');
    return address;
  },
};
const policy = self.trustedTypes ? trustedTypes.createPolicy('rostrum', rules) : rules;

const loadScript = (path, fault) => new Promise((resolve, reject) => {
  const script = doc.createElement('script');
  script.src = policy.createScriptURL(base.href + path);
  script.onload = () => { script.remove(); resolve(); };
  script.onerror = () => { script.remove(); reject(new Fault(fault)); };
  doc.head.append(script);
});
const loadKeys = (name, mark) => loadScript('keyring/' + name + '.js' + (local ? '' : '?' + mark), 'keyring');
// A file of such a copy. Who asks for one that is on its way waits for the same.
const coming = new Map();
const takeWrapped = path => {
  if (!coming.has(path)) {
    coming.set(path, loadScript(path + '.js', 'needsWeb').then(() => {
      const text = self.rostrumFiles[path];
      delete self.rostrumFiles[path];
      try { return decode64(text); } catch { throw new Fault('fileFailed'); }
    }).finally(() => coming.delete(path)));
  }
  return coming.get(path);
};
// A style that only some pages need.
const linkStyle = (path, loaded = null) => {
  if (doc.head.querySelector('link[href="' + base.href + path + '"]')) return;
  const link = element('link', { rel: 'stylesheet', href: base.href + path });
  link.onload = loaded;
  doc.head.append(link);
};
