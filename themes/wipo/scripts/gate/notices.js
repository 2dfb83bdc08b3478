// What is said above a page: sentences that stand there until another page comes.

const notice = element('div', { class: 'gate-notice', role: 'status' });
const say = text => {
  if (Array.from(notice.children).every(line => line.textContent !== text)) notice.append(element('p', {}, text));
};

// What holds for the whole site is said once until the reader signs out, from a folder once in each tab.
const told = new Set();
const tell = key => {
  if (told.has(key) || local && stored('sessionStorage', key)) return;
  told.add(key);
  if (local) stored('sessionStorage', key, '1');
  say(words(key));
};
