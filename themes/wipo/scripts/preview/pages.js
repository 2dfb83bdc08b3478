// What a page says in its script element, and what on a sealed page is the gate's to do.

const { build, words: said } = doc.currentScript.dataset, strings = JSON.parse(said);
// Values stand in braces.
const words = (key, values = {}) => strings[key].replace(/\{([a-z]+)\}/g, (whole, name) => name in values ? values[name] : whole);

// The field for the search leads to its page.
const leadToSearch = () => doc.addEventListener('submit', event => {
  const { find } = event.target.dataset;
  if (find === undefined) return;
  event.preventDefault();
  const url = new URL(find, location.href);
  url.hash = new URLSearchParams(new FormData(event.target)).toString();
  location.assign(url);
});
// There is nothing to sign out of.
const quieten = () => { for (const button of doc.querySelectorAll('[data-sign-out]')) button.disabled = true; };
