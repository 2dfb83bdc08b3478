// The draft in the window, and those that wait.

let drafts, draft, ready, saving = Promise.resolve(), timer, isChanged = false, answer = '';

const beginDraft = () => {
  clearTimeout(timer);
  [draft, isChanged] = [{ name: newName(), rev: 0, files: new Set() }, false];
  part('kept').textContent = '';
};
// What is only chosen is chosen again in no time.
const chosenOnly = ['discussion', 'language', 'question', 'replyTo', 'room', 'member'];
const isWorthKeeping = found => !!(attached.length || answer || found.links.length || typed.some(name => !chosenOnly.includes(name) && found[name]));
const touched = () => {
  isChanged = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 700);
};
// Writes what is in the window now; resolves when it is written, or when it is known that it cannot be.
const keep = () => {
  clearTimeout(timer);
  const text = values(), own = draft, files = attached.map(file => ({ ...file, file }));
  if (!isChanged || !isWorthKeeping(text)) return saving;
  isChanged = false;
  const said = answer, line = part('kept');
  saving = saving.then(async () => {
    await ready;
    try {
      await writeDraft(own, text, files, said);
      if (own === draft) line.textContent = words('kept', { time: dated(own.at) });
    } catch {
      if (own === draft) line.textContent = words('notKept');
    }
  });
  return saving;
};
const writeDraft = async (own, text, files, said) => {
  const before = own.name;
  if (drafts.place.holdsFiles) {
    for (const { file, blob } of files) {
      if (file.kept && file.kept.startsWith(own.name + '/')) continue;
      const name = own.name + '/' + newName();
      await drafts.writeFile(name, new Uint8Array(await blob.arrayBuffer()));
      file.kept = name;
    }
  }
  const listed = files.filter(({ file }) => file.kept).map(({ name, file }) => ({ name, kept: file.kept }));
  await drafts.write(own, { text, files: listed, answer: said });
  if (own.name !== before) return writeDraft(own, text, files, said);  // another window has gone on with it: this is a second one
  const kept = new Set(listed.map(one => one.kept)), gone = [...own.files].filter(name => !kept.has(name));
  own.files = kept;
  if (gone.length) await drafts.removeFiles(gone);
};

const loseDraft = async () => {
  clearTimeout(timer);
  isChanged = false;
  await saving;
  await ready;
  await drafts.remove(draft.name);
};

const describe = ({ text }) => {
  const about = text.discussion && has(text.kind || 'contribution', 'discussion') ? text.discussion : '';
  const beginning = oneLine(text.title || text.guestName || text.target || text.text.slice(0, 200));
  return [text.kind ? words(text.kind) : '', about, shortened(beginning)].filter(Boolean);
};
const listDrafts = async () => {
  const box = part('drafts'), found = (await drafts.list()).filter(one => one.name !== draft.name);
  box.hidden = !found.length;
  box.querySelector('ul').replaceChildren(...found.map((one, index) => {
    const isOpen = !!one.text, about = isOpen ? describe(one) : [words('foreignDraft')], name = about.join(' · ');
    const line = element('li', {}, ...about.flatMap(text => [element('bdi', {}, text), ' · ']));
    line.append(element('span', { class: 'detail' }, dated(one.at)), ' ');
    if (isOpen) {
      const button = element('button', { type: 'button' }, words('goOn'), element('span', { class: 'visually-hidden' }, ' ', name));
      button.onclick = () => resume(one);
      line.append(button, ' ');
    }
    line.append(removal(name, async () => {
      await drafts.remove(one.name);
      await listDrafts();
      focusAfter(box, index, form.querySelector('input:not([hidden]), select'));
      announce(words('draftDeleted'));
    }));
    return line;
  }));
};
const resume = async one => {
  await keep();
  clear();
  draft = { name: one.name, rev: one.rev, files: new Set(one.files.map(file => file.kept)), at: one.at };
  const lost = [];
  for (const { name, kept } of one.files) {
    const bytes = await drafts.readFile(kept).catch(() => {});
    if (bytes) attached.push({ name, blob: new Blob([bytes]), kept });
    else lost.push(name);
  }
  answer = one.answer || '';
  showAnswer();
  showFiles();
  fill(one.text);
  isChanged = false;
  part('kept').textContent = words('kept', { time: dated(one.at) });
  if (lost.length) tell('files', words('filesLost', { names: lost.map(isolated).join(', ') }));
  await listDrafts();
  announce(words('draftOpened'));
  arriveAt(part('beginning'));
};

// An empty form.
const clear = () => {
  form.reset();
  control('answers').value = '';
  [attached, answer] = [[], ''];
  forgetAddresses();
  for (const name of Object.keys(fields)) tell(name, '');
  part('summary').hidden = true;
  showMembers([]);
  showLinks([]);
  showFiles();
  showAnswer();
  control('language').value = facts.language;
  settle();
  beginDraft();
  arrange();
};

const showStorage = () => {
  const key = { memory: 'keptNowhere', storage: 'keptTextOnly', database: drafts.isSealed ? 'keptSealed' : 'keptClear' }[drafts.place.name];
  part('storage').textContent = words(key) + (key === 'keptTextOnly' ? ' ' + words(drafts.isSealed ? 'keptSealed' : 'keptClear') : '');
};
// Takes the drafts' key into use: what was written in clear is written again, sealed.
const lockDrafts = async () => {
  await saving;
  drafts = draftsIn(drafts.place, await drawer(await derive('draft')));
  for (const one of await drafts.list()) {
    if (one.sealed || !one.text || !drafts.isSealed) continue;
    for (const file of one.files) {
      const bytes = await drafts.readFile(file.kept);
      if (bytes) await drafts.writeFile(file.kept, bytes);
    }
    const own = one.name === draft.name ? draft : { name: one.name, rev: one.rev };
    await drafts.write(own, { text: one.text, files: one.files, answer: one.answer });
  }
  await listDrafts().finally(showStorage);
};
const openDrafts = async () => {
  const place = await openPlace();
  drafts = draftsIn(place, await drawer(await derive('draft').catch(() => undefined)));
};
