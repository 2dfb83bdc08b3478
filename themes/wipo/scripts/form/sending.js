// What was written becomes a file, and the reader is shown how to send it.

const save = (name, type, bytes) => {
  const address = URL.createObjectURL(new Blob([bytes], { type })), link = element('a', { href: address, download: name, hidden: '' });
  doc.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};
// Tells mail servers on the way nothing but the day.
const fileName = ending => {
  const signs = Array.from(crypto.getRandomValues(new Uint8Array(4)), byte => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('');
  return 'submission-' + new Date().toISOString().slice(0, 10) + '-' + signs + ending;
};

const saveSealed = async found => {
  const files = [{ name: textName, bytes: utf8(writeMatter(found, attached.map(file => file.name))) }];
  for (const { name, blob } of attached) files.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  const sealed = await sealSubmission(files, facts.site, decode64(facts.key), isProving() ? await derive('proof') : undefined);
  const name = fileName('.rostrum');
  save(name, 'application/octet-stream', sealed);
  showSending(name, 'savedSealed');
};
const savePlain = found => {
  const name = fileName('.md');
  save(name, 'text/markdown', writeMatter(found, attached.map(file => file.name)));
  showSending(name, attached.length ? 'savedPlainFiles' : 'savedPlain');
};

let isBusy = false;
const finish = async isPlain => {
  if (isBusy) return;
  const found = values();
  if (!check(found)) return;
  isBusy = true;
  form.setAttribute('aria-busy', 'true');
  part('sealError').hidden = true;
  try {
    if (!host && control('passphrase').value.trim()) {
      try { await enterPassphrase(); } catch (fault) {
        tell('passphrase', words(named(fault)));
        return reachPassphrase();
      }
      await lockDrafts();
    }
    await keep();
    if (isPlain || !facts.key) return savePlain(found);
    announce(words('sealing'));
    await saveSealed(found);
  } catch (fault) {
    part('sealError').textContent = words(named(fault) === 'tooMuch' ? 'tooMuch' : 'notSealed');
    part('sealError').hidden = false;
    root.querySelector('[data-act="plain"]').hidden = false;
    announce(part('sealError').textContent);
  } finally {
    isBusy = false;
    form.removeAttribute('aria-busy');
  }
};
const reachPassphrase = () => {
  control('passphrase').focus();
  announce(form.querySelector('#form-passphrase-error').textContent);
};

const showSending = (name, key) => {
  const box = part('send'), mail = part('mail'), { address } = facts;
  part('saved').textContent = words(key, { name: isolated(name) });
  part('attach').textContent = words('attach', { name: isolated(name) }) + (key === 'savedPlainFiles' ? ' ' + words('attachOthers') : '');
  part('mailStep').textContent = address ? words('mailStep', { address: isolated(address) }) : words('mailAsk');
  mail.hidden = !address;
  if (address) {
    const body = [words('mailBody', { forum: facts.forum, name }), '', words('mailAttach', { name })].join('\r\n');
    const subject = words('mailSubject', { forum: facts.forum }), [to, ...parts] = [address, subject, body].map(encodeURIComponent);
    mail.href = 'mailto:' + to.replace('%40', '@') + '?subject=' + parts[0] + '&body=' + parts[1];
  }
  box.hidden = false;
  arriveAt(box);
  announce(part('saved').textContent);
};
const sent = async () => {
  await loseDraft();
  clear();
  part('send').hidden = true;
  part('done').hidden = false;
  await listDrafts();
  announce(words('sent'));
  arriveAt(part('done'));
};
const discard = async () => {
  await loseDraft();
  clear();
  part('send').hidden = true;
  await listDrafts();
  announce(words('draftDeleted'));
  arriveAt(part('beginning'));
};
