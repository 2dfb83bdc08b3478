// Attachments: opened as they come, and saved when they are whole.

const filePath = /^files\/([0-9-]+\/)?[a-z2-7]{16}\.bin$/;
const pathOfFile = address => {
  let path;
  try { path = pathOf(new URL(address, location.href)); } catch { /* leads nowhere */ }
  if (!path || !filePath.test(path)) throw new Fault('fileFailed');
  return path;
};

// Its bytes as they come, and how to do without the rest.
const fetchFile = async (path, signal) => {
  if (local) return { source: sourceOfBytes(await takeWrapped(path)), stop() {} };
  const answer = await fetch(base.href + path, { signal, cache: 'no-cache' }).catch(() => { throw new Fault('fileOffline'); });
  if (!answer.ok) throw new Fault(answer.status < 500 ? 'fileFailed' : 'fileOffline');
  const stream = answer.body.getReader();
  const source = sourceOf(async () => (await stream.read().catch(() => { throw new Fault('fileOffline'); })).value);
  return { source, stop: () => stream.cancel().catch(() => {}) };
};

// Name, type and content of the file that was sealed at a path. Each piece is handed to the browser as soon as it is open, so that
// a large file is never in memory as a whole.
const openFile = async (path, signal, progress) => {
  const parts = [];
  let name, type;
  const { source, stop } = await fetchFile(path, signal);
  try {
    const { tag } = await openObject(source, 'file', path, (piece, share) => {
      if (name === undefined) {
        const end = piece.indexOf(10), next = piece.indexOf(10, end + 1);
        if (end < 1 || next < end + 2) throw new Fault('fileFailed');
        name = decodeText(piece.subarray(0, end));
        type = decodeText(piece.subarray(end + 1, next));
        piece = piece.subarray(next + 1);
      }
      parts.push(new Blob([piece]));
      progress(share);
    });
    return { name, type, tag, parts };
  } catch (fault) {
    stop();
    throw new Fault(named(fault) === 'fileOffline' ? 'fileOffline' : 'fileFailed');
  }
};

// What a browser could run is saved without its type.
const save = ({ name, type, parts }) => {
  const blob = new Blob(parts, { type: /html|svg|xml$|script/i.test(type) ? 'application/octet-stream' : type });
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

// Downloads go on while the reader turns to other pages; what has come of them stands below each page.
const downloads = new Map(), shelf = element('div', { class: 'gate-files' });
const percent = share => new Intl.NumberFormat(html.lang, { style: 'percent' }).format(share);
const stale = { other: 'otherFile', gone: 'goneFile' };

const download = async link => {
  const label = link.textContent.trim(), turn = new AbortController(), { signal } = turn;
  const bar = element('progress', { max: 1, value: 0, 'aria-label': label }), share = element('span', {}, percent(0));
  const cancel = element('button', { type: 'button' }, words('cancel'));
  const line = element('p', {}, element('bdi', {}, label), ' ', share, ' ', cancel, bar);
  cancel.onclick = () => { turn.abort(); announce(words('cancelled')); };
  let path, quarters = 0;
  try {
    path = pathOfFile(link.href);
    if (downloads.has(path)) return;
    downloads.set(path, turn);
    warn();
    shelf.append(line);
    announce(label + ': ' + percent(0));
    const file = await openFile(path, signal, done => {
      bar.value = done;
      share.textContent = percent(done);
      if (quarters !== (quarters = Math.floor(done * 4)) && done < 1) announce(label + ': ' + percent(done));
    });
    if (signal.aborted || !secret) return;
    save(file);
    announce(label + ': ' + words('saved'));
    inspect(path, [['file', file.tag]], found => label + ': ' + words(stale[found]));
  } catch (fault) {
    if (!signal.aborted && secret) warn(named(fault), label);
  } finally {
    if (downloads.get(path) === turn) downloads.delete(path);
    line.remove();
  }
};
