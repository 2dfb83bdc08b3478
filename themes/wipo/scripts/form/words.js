// The words of the form and what they are about. One form at a time: what is kept here is that of the page in the window.
// The form asks no other host for anything, and makes elements only one by one, never out of text.

let strings = {}, facts = {};
// Values stand in braces.
const words = (key, values = {}) => (strings[key] || key).replace(/\{([A-Za-z]+)\}/g, (whole, name) => name in values ? values[name] : whole);
// What somebody has named, in the midst of a sentence that may run the other way.
const isolated = text => '\u2068' + text + '\u2069';
const sized = bytes => {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(html.lang, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
};
const dated = time => new Intl.DateTimeFormat(html.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
