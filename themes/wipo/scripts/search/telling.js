// The words of the search, its controls, and what it says. One search at a time: what is kept here is that of the page in the window.

let strings = {}, facts = {}, root, form;
// Values stand in braces.
const words = (key, values = {}) => (strings[key] || key).replace(/\{([A-Za-z]+)\}/g, (whole, name) => name in values ? values[name] : whole);
const part = name => root.querySelector('[data-part="' + name + '"]');
const control = name => form.elements[name];
const counted = number => new Intl.NumberFormat(html.lang).format(number);

// Said aloud when a reader has come to rest, not at each letter.
let saying;
const announce = text => {
  clearTimeout(saying);
  saying = setTimeout(() => { part('announced').textContent = text; }, 800);
};
// What stands above the results, with what can be done about it.
const tell = (text, ...offers) => {
  part('told').replaceChildren(text, ...offers.flatMap(([key, act]) => {
    const button = element('button', { type: 'button' }, words(key));
    button.onclick = act;
    return [' ', button];
  }));
  part('told').hidden = !text;
  announce(text);
};
