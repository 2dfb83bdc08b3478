// The filters that are set, each with a button that takes it away.

const labelOf = name => {
  const field = control(name);
  const value = field.selectedOptions ? field.selectedOptions[0].textContent
    : new Intl.DateTimeFormat(html.lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(field.value));
  return field.labels[0].textContent + ': ' + value;
};

const showFilters = wanted => {
  const set = filters.filter(name => wanted[name]), list = part('active');
  part('filterCount').textContent = set.length ? '(' + counted(set.length) + ')' : '';
  list.hidden = !set.length;
  list.replaceChildren(...set.map(name => {
    const label = labelOf(name), button = element('button', { type: 'button', 'aria-label': words('without', { filter: label }) }, label, ' ',
      element('span', { 'aria-hidden': 'true' }, '\u00d7'));
    button.onclick = () => {
      fill({ [name]: '' });
      refresh();
      (list.querySelector('button') || control('q')).focus();
    };
    return element('li', {}, button);
  }));
};
const resetFilters = () => {
  fill(Object.fromEntries(filters.map(name => [name, ''])));
  refresh();
  control('q').focus();
};
