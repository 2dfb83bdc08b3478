// The fields: for which kinds of submission each is there, and for which it must be filled in.

const forReaders = ['contribution', 'topic', 'practice', 'tool', 'methodology', 'experience'], entries = forReaders.slice(2);
const titled = ['topic', ...entries], anything = [...forReaders, 'invitation', 'removal'], never = [];
const fields = {
  kind: [anything, anything],
  discussion: [['contribution', 'invitation'], ['contribution', 'invitation']],
  question: [['contribution'], never], replyTo: [['contribution'], never],
  room: [['topic'], ['topic']], target: [['removal'], ['removal']],
  guestName: [['invitation'], ['invitation']], guestUntil: [['invitation'], never],
  language: [anything, anything], title: [titled, titled], categories: [titled, titled], questions: [['topic'], never],
  members: [entries, never], year: [entries, never], links: [entries, never],
  text: [anything, forReaders], files: [forReaders, never],
  name: [anything, never], position: [anything, never], institution: [anything, never], member: [anything, anything], email: [anything, never],
  attribution: [forReaders, forReaders], terms: [anything, anything],
};
const has = (kind, key) => fields[key][0].includes(kind);
const needs = (kind, key) => fields[key][1].includes(kind);
const typed = [
  'discussion', 'question', 'replyTo', 'room', 'language', 'title', 'questions', 'year', 'guestName', 'guestUntil', 'target', 'text', 'name',
  'position', 'institution', 'member', 'email', 'answers',
];
// In the places of a choice: another discussion than those listed, and no member.
const another = '+', noMember = '-';

let root, form;
const part = name => root.querySelector('[data-part="' + name + '"]');
const field = name => form.querySelector('[data-field="' + name + '"]');
const control = name => form.elements.namedItem(name);
const chosen = name => Array.from(form.querySelectorAll('[name="' + name + '"]:checked'), box => box.value);
const choose = (name, wanted) => {
  for (const box of form.querySelectorAll('[name="' + name + '"]')) box.checked = wanted.includes(box.value);
};
// Whether they write to one discussion and to nothing else, as its guests do.
const isBound = () => facts.discussions.length === 1 && facts.kinds.length === 1;
const discussionOf = id => facts.discussions.find(one => one.id === id);

// What all fields hold, whatever the kind.
const values = () => {
  const found = { kind: chosen('kind')[0] || '', attribution: chosen('attribution')[0] || '', categories: chosen('categories') };
  for (const name of typed) found[name] = control(name).value;
  if (found.discussion === another) found.discussion = control('anotherDiscussion').value.trim();
  return { ...found, members: [...members], links: linkRows() };
};

const fill = given => {
  if (given.kind && facts.kinds.includes(given.kind)) choose('kind', [given.kind]);
  showDiscussion(given.discussion);
  for (const name of typed) {
    const at = control(name);
    if (name === 'discussion' || given[name] === undefined) continue;
    if (at instanceof HTMLSelectElement && given[name] && !Array.from(at.options).some(one => one.value === given[name])) continue;
    at.value = given[name];
  }
  if (given.attribution) choose('attribution', [given.attribution]);
  if (given.categories) choose('categories', given.categories);
  if (given.members) showMembers(given.members);
  if (given.links) showLinks(given.links);
  arrange();
};

const option = (value, text, attributes = {}) => element('option', { value, ...attributes }, text);
const showDiscussion = id => {
  if (id === undefined) return;
  const at = control('discussion');
  if (id && /^\d{4}-\d{3,26}$/.test(id) && !Array.from(at.options).some(one => one.value === id)) at.lastElementChild.before(option(id, id));
  at.value = id;
  if (at.value !== id) [at.value, control('anotherDiscussion').value] = [another, id];
  showQuestions();
};
const shortened = text => text.length > 110 ? text.slice(0, 109).trimEnd() + '…' : text;
const showQuestions = () => {
  const at = control('question'), before = at.value, { questions = [], lang = html.lang } = discussionOf(control('discussion').value) || {};
  at.replaceChildren(option('', words('noQuestion')), ...questions.map((text, index) =>
    option(index + 1, index + 1 + '. ' + shortened(text), { lang, dir: 'auto' })));
  if (before) at.value = before;
  if (at.selectedIndex < 0) at.value = '';
};

// What the facts name to choose from.
const showChoices = () => {
  const titledBy = ({ id, title, lang }, text) => option(id, text, lang ? { lang, dir: 'auto' } : {});
  const open = facts.discussions.filter(one => !one.until || one.until * 1000 > Date.now());
  control('discussion').replaceChildren(option('', words('choose')), ...open.map(one => titledBy(one, one.id + ' · ' + shortened(one.title))),
    ...isBound() ? [] : [option(another, words('anotherDiscussion'))]);
  control('room').replaceChildren(option('', words('choose')), ...facts.rooms.map(one => titledBy(one, one.title)));
  control('language').replaceChildren(...facts.languages.map(({ code, name }) => option(code, name, { lang: code, dir: 'auto' })));
  control('language').value = facts.language;
  const states = facts.members.map(({ code, name }) => option(code, name));
  control('member').replaceChildren(...states.length ? [option('', words('choose'))] : [], ...states, option(noMember, words('noMember')));
  control('membersChoice').replaceChildren(option('', words('choose')), ...states.map(one => one.cloneNode(true)));
  const box = ({ id, title }) => element('label', { class: 'form-choice' },
    element('input', { type: 'checkbox', name: 'categories', value: id }), ' ', element('span', {}, title));
  field('categories').querySelector('.form-choices').replaceChildren(...facts.categories.map(box));
  for (const box of form.querySelectorAll('[name="kind"]')) {
    if (!facts.kinds.includes(box.value)) box.closest('label').remove();
  }
  if (!states.length) form.querySelector('[name="attribution"][value="member"]').closest('label').remove();
  settle();
};

// Fills in what there is no choice of.
const settle = () => {
  if (facts.kinds.length === 1) choose('kind', facts.kinds);
  if (isBound()) showDiscussion(facts.discussions[0].id);
};

// Names each field's parts to each other, for who hears them.
const connect = () => {
  for (const one of form.querySelectorAll('[data-field]')) {
    const name = one.dataset.field, id = 'form-' + name, help = one.querySelector('.form-help');
    const wrong = element('p', { class: 'form-error', id: id + '-error', hidden: '' });
    if (help) help.id = id + '-help';
    const described = [...help ? [help.id] : [], wrong.id].join(' ');
    const at = one.matches('fieldset') ? one : one.querySelector('[name="' + name + '"]') || one.querySelector('select');
    at.setAttribute('aria-describedby', described);
    if (at !== one) {
      at.id = id;
      one.querySelector('label').htmlFor = id;
    }
    (one.matches('fieldset') ? one.querySelector('legend') : one.querySelector('.form-help') || one.querySelector('label')).after(wrong);
    const said = one.querySelector('legend, label');
    const optional = element('span', { class: 'form-optional', hidden: '' }, ' ' + words('optional'));
    if (!said.querySelector('input')) {
      const own = element('span', { 'data-name': '' }, ...said.childNodes);
      said.append(own, optional);
    }
  }
};

// Shows what the chosen kind needs.
const arrange = () => {
  const [kind] = chosen('kind');
  for (const one of form.querySelectorAll('[data-field]')) {
    const name = one.dataset.field;
    if (!fields[name]) continue;
    const isAsked = { kind: facts.kinds.length > 1, member: facts.members.length > 0 }[name] ?? true;
    const isThere = isAsked && (name === 'kind' || !!kind && has(kind, name));
    one.hidden = !isThere;
    const mark = one.querySelector('.form-optional'), isNeeded = name === 'kind' || needs(kind, name);
    if (mark) mark.hidden = isNeeded;
    for (const at of one.querySelectorAll('#form-' + name + ':not([type="file"])')) at.required = isNeeded;
  }
  for (const group of form.querySelectorAll('[data-group]')) group.hidden = !kind || !group.querySelector('[data-field]:not([hidden])');
  part('anotherDiscussion').hidden = control('discussion').value !== another;
  for (const help of form.querySelectorAll('[data-for]')) help.hidden = !help.dataset.for.split(' ').includes(kind);
  control('text').lang = control('language').value;
  showProof();
};
