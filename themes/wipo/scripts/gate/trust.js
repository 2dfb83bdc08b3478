// What may become HTML or a script's address: text that was opened, and the keyring's own files.

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
