// What is looked at before anything is saved, and how it is told.

const isMissing = (name, found) => ({
  categories: !found.categories.length, terms: !control('terms').checked, text: !found.text.trim(), files: false,
}[name] ?? !String(found[name] || '').trim());

// What is wrong with what is there, as the key of a sentence.
const looks = {
  discussion: ({ discussion }) => /^\d{4}-\d{3,26}$/.test(discussion) ? '' : 'badDiscussion',
  replyTo: ({ replyTo }) => /^\d{1,9}$/.test(replyTo.trim()) ? '' : 'badReply',
  year: ({ year }) => /^\s*(19|2\d)\d\d\s*$/.test(year) ? '' : 'badYear',
  guestUntil: ({ guestUntil }) => /^2\d{3}-\d\d-\d\d$/.test(guestUntil) && new Date(guestUntil + 'T23:59:59Z') > Date.now() ? '' : 'badUntil',
  email: ({ email }) => /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:]+$/.test(email.trim()) ? '' : 'badEmail',
  links: ({ links }) => links.every(({ url }) => /^https?:/i.test(url) && leads(url) === 'outside') ? links.every(({ title }) => title) ? '' : 'needLinkTitle' : 'badLinks',
  target: ({ target }) => oneLine(target).length > 300 ? 'badTarget' : '',
  text: ({ text }) => utf8(text).length > 900000 ? 'badText' : '',
};
const need = {
  kind: 'needKind', discussion: 'needDiscussion', room: 'needRoom', target: 'needTarget', guestName: 'needGuest', language: 'needLanguage',
  title: 'needTitle', categories: 'needCategories', text: 'needText', member: 'needMember', attribution: 'needAttribution', terms: 'needTerms',
  name: 'needName',
};

// What is wrong with a field, as a sentence; nothing where all is well.
const problem = (name, found) => {
  const { kind } = found;
  if (name === 'kind' ? kind : !has(kind, name)) return '';
  const isNeeded = name === 'kind' || needs(kind, name) || name === 'name' && found.attribution === 'name' && has(kind, 'attribution');
  if (isMissing(name, found)) return isNeeded ? words(need[name]) : '';
  if (name === 'links' && !found.links.length) return '';
  const key = looks[name] && looks[name](found);
  return key ? words(key) : '';
};

// Says beside a field what is wrong with it.
const tell = (name, text) => {
  const one = field(name), wrong = form.querySelector('#form-' + name + '-error');
  wrong.textContent = text;
  wrong.hidden = !text;
  const at = one.matches('fieldset') ? one.querySelectorAll('input') : one.querySelectorAll('#form-' + name);
  for (const box of at) text ? box.setAttribute('aria-invalid', 'true') : box.removeAttribute('aria-invalid');
};
const recheck = name => {
  const wrong = form.querySelector('#form-' + name + '-error');
  if (wrong && !wrong.hidden && name !== 'files' && name !== 'passphrase') tell(name, problem(name, values()));
};

const reach = name => {
  const one = field(name);
  const at = name === 'discussion' && control('discussion').value === another ? control('anotherDiscussion')
    : one.querySelector('input:checked, input:not([type="hidden"]), select, textarea, button');
  at.focus();
  one.scrollIntoView({ block: 'nearest' });
};

// Says all of it above the form and takes the reader there; tells whether there was any.
const check = found => {
  const names = Array.from(form.querySelectorAll('[data-field]'), one => one.dataset.field).filter(name => fields[name]);
  const wrong = names.map(name => [name, problem(name, found)]);
  for (const [name, text] of wrong) tell(name, text);
  const box = part('summary'), told = wrong.filter(([, text]) => text);
  box.querySelector('ul').replaceChildren(...told.map(([name, text]) => {
    const link = element('a', { href: '#form-' + name }, text);
    link.onclick = event => {
      event.preventDefault();
      reach(name);
    };
    return element('li', {}, link);
  }));
  box.hidden = !told.length;
  if (told.length) {
    box.focus();
    box.scrollIntoView({ block: 'start' });
  }
  return !told.length;
};
