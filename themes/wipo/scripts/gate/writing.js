// The form: its script and style are loaded where a page has one, and it is handed what it may do with the reader's key. And the drafts
// that it keeps, which a reader who signs out is asked about.

const purposes = ['proof', 'return', 'draft'];
let leaveForm;

const showForm = async () => {
  const place = doc.querySelector('[data-form]'), holder = secret, quotation = takeQuotation();
  if (!place) return;
  const derive = purpose => {
    if (secret !== holder || !purposes.includes(purpose)) throw new Fault('failed');
    return hkdf(holder, info(purpose, head.site), 32);
  };
  bring(place, 'rostrumForm', 'noForm', () => { leaveForm = self.rostrumForm(place, { derive, announce, quotation }).leave; });
};

// Loads style and script that a part of a page needs, unless they are there, and begins when both are.
const bring = async (place, name, missing, begin) => {
  const holder = secret, { style, script } = place.dataset;
  try {
    linkStyle(style);
    if (!self[name]) await loadScript(script, missing);
    if (place.isConnected && secret === holder) begin();
  } catch (fault) { if (place.isConnected) warn(fault instanceof Fault ? fault.message : missing); }
};

// What was written is kept before the page goes, and before the keys do. It can be asked for more than once: the reader may stay. Where there
// is no form, nothing is waited for.
const hasForm = () => !!leaveForm && !!doc.querySelector('[data-form]');
const endForm = () => Promise.race([leaveForm(), new Promise(resolve => setTimeout(resolve, 1000))]);

const draftsName = () => 'rostrum.' + head.site + '.drafts';
const hasDrafts = () => +stored('localStorage', 'drafts') > 0;
const deleteDrafts = () => new Promise(resolve => {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('rostrum.' + head.site + '.draft')) localStorage.removeItem(key);
  } catch { /* storage is refused: there are none */ }
  if (!self.indexedDB) return resolve();
  const asked = indexedDB.deleteDatabase(draftsName());
  asked.onsuccess = asked.onerror = asked.onblocked = resolve;
});

// Signs out, after asking what is to become of drafts where there are any.
const leave = async () => {
  if (hasForm()) await endForm();
  if (!hasDrafts()) return signOut();
  const choice = (key, act) => {
    const button = element('button', { type: 'button' }, words(key));
    button.onclick = act;
    return button;
  };
  const question = element('dialog', { 'aria-labelledby': 'gate-drafts' },
    element('p', { id: 'gate-drafts' }, words('drafts')),
    element('p', {}, choice('deleteDrafts', async () => { await deleteDrafts(); signOut(); }), ' ', choice('keepDrafts', signOut), ' ',
      choice('cancel', () => question.close())));
  question.onclose = () => question.remove();
  doc.body.append(question);
  question.showModal();
};
