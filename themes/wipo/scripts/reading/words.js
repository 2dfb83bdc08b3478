// The words for reading, and what the gate gives: 'place' is the element of the page in the window that asks for this script.

let strings = {}, gate, place;
// Values stand in braces.
const words = (key, values = {}) => (strings[key] || key).replace(/\{([A-Za-z]+)\}/g, (whole, name) => name in values ? values[name] : whole);
const counted = count => new Intl.NumberFormat(html.lang).format(count);
const main = () => doc.getElementById('main');
// What has been started for this page ends with it.
let turn = new AbortController();
const listen = (target, event, act, more) => target.addEventListener(event, act, { signal: turn.signal, ...more });
