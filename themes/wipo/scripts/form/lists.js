// Lists that grow: the members that an entry is about, and links.

let members = [];
const removal = (name, act) => {
  const button = element('button', { type: 'button', class: 'form-remove' }, words('remove'), element('span', { class: 'visually-hidden' }, ' ', name));
  button.onclick = act;
  return button;
};
// The element that has the focus after one before it has gone.
const focusAfter = (list, index, otherwise) => {
  const buttons = list.querySelectorAll('.form-remove');
  (buttons[Math.min(index, buttons.length - 1)] || otherwise).focus();
};

const showMembers = codes => {
  const list = part('members'), named = new Map(facts.members.map(({ code, name }) => [code, name]));
  members = codes.filter((code, index) => named.has(code) && codes.indexOf(code) === index);
  list.replaceChildren(...members.map((code, index) => element('li', {}, element('bdi', {}, named.get(code)), ' ', removal(named.get(code), () => {
    showMembers(members.filter(one => one !== code));
    focusAfter(list, index, control('membersChoice'));
    announce(words('removed', { name: named.get(code) }));
    touched();
  }))));
};
const addMember = () => {
  const at = control('membersChoice'), name = at.value && at.selectedOptions[0].textContent;
  if (!at.value) return at.focus();
  showMembers([...members, at.value]);
  at.value = '';
  announce(words('added', { name }));
  touched();
};

const linkRows = () => Array.from(part('links').children, row => {
  const [url, title] = Array.from(row.querySelectorAll('input'), input => input.value.trim());
  return { url, title };
}).filter(({ url, title }) => url || title);
const linkRow = ({ url, title }) => {
  const entered = (text, attributes) => element('label', {}, text, element('input', { dir: 'auto', ...attributes }));
  const row = element('li', {}, entered(words('linkAddress'), { type: 'url', dir: 'ltr', value: url }), entered(words('linkTitle'), { value: title }));
  row.append(removal(words('link'), () => {
    const index = Array.from(row.parentNode.children).indexOf(row), list = row.parentNode;
    row.remove();
    focusAfter(list, index, root.querySelector('[data-act="addLink"]'));
    touched();
  }));
  return row;
};
const showLinks = links => part('links').replaceChildren(...links.map(linkRow));
const addLink = () => {
  const row = linkRow({ url: '', title: '' });
  part('links').append(row);
  row.querySelector('input').focus();
};
