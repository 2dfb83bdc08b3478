// A returned file: its text comes back into the form, with what the moderator says to it.

// The bytes of one that waits for the passphrase.
let waiting;

const showAnswer = () => {
  const box = part('answer');
  box.hidden = !answer;
  box.querySelector('.text').replaceChildren(...answer.split(/\n{2,}/).filter(text => text.trim()).map(text => {
    const lines = text.trim().split('\n');
    return element('p', { dir: 'auto' }, ...lines.flatMap((line, index) => index ? [element('br'), line] : [line]));
  }));
};

const openFileOf = async file => {
  tellReturned('');
  if (!file) return;
  try {
    if (file.size > 25165824) throw new Fault('noFile');
    const bytes = new Uint8Array(await file.arrayBuffer()), wrong = refusal(bytes, facts.site);
    if (wrong) throw new Fault(wrong);
    waiting = bytes;
    if (host || secrets.return) return await openWaiting();
    tellReturned(words('needPassphrase'));
    control('passphrase').focus();
  } catch (fault) {
    tellReturned(words(named(fault)));
  }
};
const openWaiting = async () => {
  if (!waiting) return;
  try {
    const files = await openReturned(waiting, facts.site, await derive('return'));
    waiting = undefined;
    await keep();
    await takeReturned(files);
  } catch (fault) {
    tellReturned(words(named(fault)));
    root.querySelector('[name="returned"]').focus();
  }
};
const takeReturned = async ([text, said, ...files]) => {
  const read = readMatter(decodeText(text.bytes));
  clear();
  answer = decodeText(said.bytes).trim();
  attached = files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
  showAnswer();
  showFiles();
  fill(valuesOf(read));
  touched();
  tellReturned(read.missed.length ? words('unread', { lines: read.missed.map(isolated).join(', ') }) : '');
  await listDrafts();
  announce(words('returnedOpened'));
  arriveAt(answer ? part('answer') : part('beginning'));
};
const tellReturned = text => {
  part('returnedError').textContent = text;
  part('returnedError').hidden = !text;
  if (text) announce(text);
};
