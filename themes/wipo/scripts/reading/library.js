// Library entries as cards, which the page has, or as a table that is made of them and can be sorted. Which of both is kept on this machine.

const columns = ['title', 'kind', 'date', 'members'];
// What of a card stands in a column: what is shown there, and what it is sorted by.
const cellOf = (card, column) => {
  if (column === 'title') return [...card.querySelector('h3').childNodes];
  if (column === 'kind') return [card.querySelector('.kind').textContent];
  if (column === 'date') return [...card.querySelectorAll('time')];
  return [...card.querySelectorAll('.member')].flatMap((member, index) => [...index ? [', '] : [], ...member.childNodes]);
};
const keyOf = (card, column) => {
  if (column === 'date') return (card.querySelector('time') || { dateTime: '' }).dateTime;
  return cellOf(card, column).map(part => part.textContent || (typeof part === 'string' ? part : '')).join('').trim();
};

const tableOf = lists => {
  const cards = lists.flatMap(list => [...list.querySelectorAll('.card')]), body = element('tbody');
  const rows = cards.map(card => ({
    keys: Object.fromEntries(columns.map(column => [column, keyOf(card, column)])),
    row: element('tr', {}, ...columns.map(column => element(column === 'title' ? 'th' : 'td', column === 'title' ? { scope: 'row' } : {},
      ...cellOf(card, column).map(part => typeof part === 'string' ? part : part.cloneNode(true))))),
  }));
  body.append(...rows.map(({ row }) => row));
  const order = new Intl.Collator(html.lang, { numeric: true }).compare, heads = {};
  const sort = column => {
    const before = heads[column].getAttribute('aria-sort');
    // Of dates the newest come first.
    const turns = before ? before === 'ascending' ? 'descending' : 'ascending' : column === 'date' ? 'descending' : 'ascending';
    for (const head of Object.values(heads)) head.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', turns);
    const sign = turns === 'ascending' ? 1 : -1;
    body.append(...rows.sort((a, b) => sign * order(a.keys[column], b.keys[column])).map(({ row }) => row));
    gate.announce(words('sorted', { column: words(column) }));
  };
  const head = element('tr', {}, ...columns.map(column => {
    const button = element('button', { type: 'button' }, words(column));
    button.onclick = () => sort(column);
    return heads[column] = element('th', { scope: 'col' }, button);
  }));
  heads.date.setAttribute('aria-sort', 'descending');  // as the cards are
  const table = element('table', {}, element('caption', {}, words('caption')), element('thead', {}, head), body);
  return element('div', { class: 'entries', tabindex: '0', role: 'region', 'aria-label': words('table') }, table);
};

const beginLibrary = () => {
  const lists = [...main().querySelectorAll('.cards[data-entries]')].filter(list => list.querySelector('.card'));
  if (!lists.length) return;
  const group = element('p', { class: 'choices', role: 'group', 'aria-label': words('view') });
  let table;
  const show = (view, isChosen) => {
    if (view === 'table' && !table) lists[0].before(table = tableOf(lists));
    if (table) table.hidden = view !== 'table';
    for (const list of lists) list.hidden = view === 'table';
    for (const button of group.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
    if (isChosen) gate.choice(view);
  };
  for (const view of ['cards', 'table']) {
    const button = element('button', { type: 'button', 'data-view': view }, words(view));
    button.onclick = () => show(view, true);
    group.append(button, ' ');
  }
  lists[0].before(group);
  show(gate.choice() === 'table' ? 'table' : 'cards', false);
};
