// From here. The gate calls rostrumForm with the element of the page and with what the reader's passphrase gives; a page that stands alone
// calls it itself.

const announce = text => {
  const line = part('status');
  line.textContent = '';
  line.textContent = text;
};
const arriveAt = place => {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
};

// 'Are you sure?' is asked by the button itself: the second press acts.
const twice = (button, act) => {
  const first = button.textContent;
  const back = () => {
    button.textContent = first;
    delete button.dataset.asked;
  };
  button.onblur = back;
  button.onclick = async () => {
    if ('asked' in button.dataset) {
      back();
      return act();
    }
    button.dataset.asked = '';
    button.textContent = words('really');
    announce(words('really'));
  };
};

const acts = {
  preview: () => preview.toggle(), addMember: () => addMember(), addLink: () => addLink(), insertLink: () => insertLink(),
  cancelLink: () => closeLink(),
  take: () => {
    const box = part('take');
    box.hidden = !box.hidden;
    root.querySelector('[data-act="take"]').setAttribute('aria-expanded', String(!box.hidden));
  },
  takeNow: () => takeAlong(), passphrase: () => usePassphrase(), plain: () => finish(true), again: () => finish(false), sent: () => sent(),
  forget: async () => {
    forgetPassphrase();
    await lockDrafts();
    control('passphrase').focus();
  },
  anew: () => {
    part('done').hidden = true;
    arriveAt(part('beginning'));
  },
};

const listenTo = () => {
  for (const button of root.querySelectorAll('[data-act]')) {
    const { act } = button.dataset;
    if (act === 'discard') twice(button, discard);
    else button.onclick = acts[act];
  }
  form.onsubmit = event => {
    event.preventDefault();
    finish(false);
  };
  // Enter in a line of the form does not save it: nobody means that in the middle of it.
  form.onkeydown = event => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || /^(checkbox|radio|file|submit)$/.test(event.target.type)) return;
    event.preventDefault();
    if (event.target.name === 'passphrase') usePassphrase();
  };
  const onChange = event => {
    if (event.target.type === 'file' || ['passphrase', 'linkAddress', 'linkText', 'takeText'].includes(event.target.name)) return;
    const one = event.target.closest('[data-field]');
    if (event.target.name === 'discussion') showQuestions();
    if (['kind', 'discussion', 'language', 'attribution'].includes(event.target.name)) arrange();
    if (one) recheck(one.dataset.field);
    if (event.target.name === 'attribution') recheck('name');
    if (event.target.name === 'text' || event.target.name === 'language') preview.refresh();
    touched();
  };
  form.oninput = form.onchange = onChange;
  control('files').onchange = () => {
    attach(control('files').files);
    control('files').value = '';
  };
  const returned = root.querySelector('[name="returned"]');
  returned.onchange = () => {
    openFileOf(returned.files[0]);
    returned.value = '';
  };
};

const showFacts = () => {
  // From a folder an address that ends in one would show its list of files.
  const { terms } = facts, isFolder = terms.url && new URL(terms.url, location.href).protocol === 'file:';
  const link = element('a', { href: terms.url + (isFolder ? 'index.html' : ''), target: '_blank', rel: 'noopener' }, words('readTerms'));
  part('terms').append(words('acceptTerms', { version: terms.version }));
  part('termsLink').append(link);
  part('termsLink').hidden = !terms.url;
  root.querySelector('[data-act="take"]').hidden = !facts.offline;
  root.querySelector('[data-act="preview"]').hidden = !self.marked;
  root.querySelector('[data-act="plain"]').hidden = true;
  if (!facts.key) {
    root.querySelector('[type="submit"]').textContent = words('saveMarkdown');
    part('unsealed').hidden = false;
  }
  part('made').hidden = !facts.made;
  if (facts.made) {
    const date = new Intl.DateTimeFormat(html.lang, { dateStyle: 'long' }).format(Date.parse(facts.made));
    part('made').textContent = words('made', { date });
  }
  showLimits();
};

// What the form was opened for: from the address, or from the file.
const wanted = given => {
  const found = given || Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (found.values) return found.values;
  const kind = found.kind || (found.discussion ? 'contribution' : undefined), replyTo = found['reply-to'], { quotation } = host || handed;
  const isMeant = quotation && quotation.to === replyTo && quotation.discussion === found.discussion;
  return { kind, discussion: found.discussion, question: found.question, replyTo, text: isMeant ? quotation.text : undefined };
};

const startForm = (given, fromGate) => {
  [host, secrets] = [fromGate, {}];
  facts = root.dataset.facts ? JSON.parse(root.dataset.facts) : given.facts;
  form = root.querySelector('form');
  [members, attached, waiting, answer] = [[], [], undefined, ''];
  connect();
  showChoices();
  showFacts();
  beginDraft();
  prepareToolbar();
  listenTo();
  fill(wanted(given && given.prefill));
  part('waiting').hidden = true;
  form.hidden = false;
  ready = openDrafts();
  ready.then(() => saving).then(listDrafts).finally(showStorage).catch(() => {});
  if (watching) watching.abort();
  watching = new AbortController();
  addEventListener('pagehide', keep, watching);
  // Where nothing can be kept, or not yet.
  addEventListener('beforeunload', event => {
    const isLost = isChanged || drafts && drafts.place.name === 'memory' && isWorthKeeping(values());
    if (root.isConnected && isLost) event.preventDefault();
  }, watching);
  doc.addEventListener('visibilitychange', () => { if (doc.hidden) keep(); }, watching);
};
let watching;

// Tells in the place of the form why there is none.
const startsHere = (place, given, fromGate) => {
  if (form) keep();  // of the page before
  [root, form] = [place, undefined];
  strings = JSON.parse(place.dataset.words);
  const refuse = key => { part('waiting').textContent = words(key); };
  if (!subtle) return refuse('insecure');
  try {
    startForm(given, fromGate);
  } catch (fault) {
    refuse('broken');
    throw fault;
  }
};

self.rostrumForm = (place, fromGate) => {
  startsHere(place, undefined, fromGate);
  return {
    // Keeps what is in the window before another page takes its place; resolves when it is kept.
    leave: async () => { if (root === place && form) await keep(); },
  };
};

// What was quoted on the page before, where no gate hands it on.
const handed = {};
const takeQuotation = () => {
  try {
    handed.quotation = JSON.parse(sessionStorage.getItem('rostrum.quotation')) || undefined;
    sessionStorage.removeItem('rostrum.quotation');
  } catch { /* nothing can be kept here, or it was not written here */ }
};

// Alone: from a folder, or on a site that its server protects.
if ('plain' in html.dataset) {
  takeQuotation();
  const alone = () => {
    const place = doc.querySelector('[data-form]'), block = doc.getElementById('given');
    if (place) startsHere(place, block ? JSON.parse(block.textContent) : undefined);
  };
  doc.readyState === 'loading' ? addEventListener('DOMContentLoaded', alone) : alone();
}
