// Attachments: taken in, looked at, shown and removed.

// Each with the name under which it goes, its blob, and the draft's record of it where that was written.
let attached = [], addresses = new Map();

const endingOf = name => (/\.([^.]+)$/.exec(name) || ['', ''])[1].toLowerCase();
const plainName = name => {
  const clean = decodeText(utf8(name)).normalize('NFC').replace(/[\p{Cc}/\\]/gu, '-').trim() || 'file';
  const [ending] = /[^.]{1,16}$/.exec(clean.includes('.') ? clean : '') || [''], stem = ending ? clean.slice(0, -ending.length - 1) : clean;
  let short = stem;
  while (utf8(short).length > 150) short = Array.from(short).slice(0, -1).join('');
  const taken = new Set([textName, answerName, ...attached.map(file => file.name.toLowerCase())]);
  const made = count => (count > 1 ? short + '-' + count : short) + (ending ? '.' + ending : '');
  let count = 1;
  while (taken.has(made(count).toLowerCase())) count++;
  return made(count);
};
const isShown = name => /^(png|jpe?g|gif|webp)$/.test(endingOf(name));
// By the names that the office tells apart.
const attachedAs = name => name && attached.find(file => file.name.normalize('NFC').toLowerCase() === name.normalize('NFC').toLowerCase());
const pictureAddress = name => {
  const file = attachedAs(name);
  if (!file || !isShown(file.name)) return;
  if (!addresses.has(file)) {
    const type = 'image/' + endingOf(file.name).replace('jpg', 'jpeg');
    addresses.set(file, URL.createObjectURL(new Blob([file.blob], { type })));
  }
  return addresses.get(file);
};
const forgetAddresses = () => {
  for (const address of addresses.values()) URL.revokeObjectURL(address);
  addresses = new Map();
};

// What is wrong with a file, as a sentence; nothing where all is well.
const faultOf = ({ name, size }) => {
  const { types, largest } = facts.attachments, shownName = isolated(name);
  if (!types.includes(endingOf(name))) return words('fileType', { name: shownName, types: types.join(', ') });
  if (!size) return words('fileEmpty', { name: shownName });
  if (size > largest) return words('fileLarge', { name: shownName, size: sized(size), most: sized(largest) });
};
// A mail makes them a third longer, and the office reads mails of 25 MB.
const mostAttached = 17.5e6;
const total = () => attached.reduce((sum, file) => sum + file.blob.size, 0);

const attach = chosenFiles => {
  const wrong = [];
  for (const file of chosenFiles) {
    let fault = faultOf(file);
    if (!fault && attached.length >= mostFiles - 1) fault = words('filesMany', { most: mostFiles - 1 });
    if (!fault && total() + file.size > mostAttached) fault = words('filesLarge', { name: isolated(file.name), most: sized(mostAttached) });
    if (fault) wrong.push(fault);
    else attached.push({ name: plainName(file.name), blob: file });
  }
  showFiles();
  tell('files', wrong.join(' '));
  announce(wrong.join(' ') || words('filesAdded', { count: attached.length }));
  touched();
};
const showFiles = () => {
  const list = part('files');
  list.replaceChildren(...attached.map((file, index) => {
    const size = element('span', { class: 'detail' }, sized(file.blob.size));
    const line = element('li', {}, element('bdi', {}, file.name), ' ', size, ' ', removal(file.name, () => {
      attached = attached.filter(one => one !== file);
      showFiles();
      tell('files', '');
      focusAfter(list, index, control('files'));
      announce(words('removed', { name: isolated(file.name) }));
      touched();
    }));
    if (isShown(file.name)) {
      const show = element('button', { type: 'button' }, words('insertPicture'), element('span', { class: 'visually-hidden' }, ' ', file.name));
      show.onclick = () => insertPicture(file.name);
      line.append(' ', show);
    }
    return line;
  }));
  preview.refresh();
};
const showLimits = () => {
  const { types, largest } = facts.attachments;
  part('limits').textContent = words('limits', { types: types.join(', '), largest: sized(largest), total: sized(mostAttached) });
  control('files').accept = types.map(type => '.' + type).join();
};
