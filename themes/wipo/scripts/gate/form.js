// The form that asks for the passphrase, and what stands in its place where none can be asked for.

const gate = doc.getElementById('gate');
const titles = () => secret ? [element('h1', {}, forum)]
  : [element('p', { class: 'forum' }, forum), element('h1', {}, words('title'))];
const refuse = (key, again) => {
  gate.replaceChildren(...titles(), alertLine);
  warn(key);
  const own = alertLine.querySelector('a');
  if (own) own.focus();
  if (!again || own) return;
  const button = element('button', { type: 'button' }, words('retry'));
  button.onclick = again;
  gate.append(button);
  button.focus();
};

const ask = submit => {
  const input = element('input', {
    id: 'passphrase', type: 'password', autocomplete: 'current-password', autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr',
    required: '', 'aria-describedby': 'passphrase-hint',
  });
  const reveal = element('button', { type: 'button', class: 'gate-show', 'aria-controls': 'passphrase' }, words('show'));
  reveal.onclick = () => {
    input.type = input.type === 'text' ? 'password' : 'text';
    reveal.textContent = words(input.type === 'text' ? 'hide' : 'show');
  };
  const kept = element('input', { type: 'checkbox' });
  const form = element('form', { class: 'gate-form', novalidate: '' },
    element('label', { for: 'passphrase' }, words('label')), element('span', { class: 'gate-field' }, input, reveal),
    element('p', { id: 'passphrase-hint' }, words('hint')),
    ...mayKeep ? [element('label', { class: 'gate-keep' }, kept, ' ', words('keep'))] : [],
    element('button', { type: 'submit' }, words('open')));
  const line = element('p', { class: 'gate-status', role: 'status' });
  gate.replaceChildren(...titles(), element('p', { class: 'gate-intro' }, words('intro')), form, line, alertLine);
  const note = stored('sessionStorage', 'note');
  stored('sessionStorage', 'note', null);
  line.textContent = note === 'signedOut' || note === 'expired' ? words(note) : '';
  warn();
  input.focus();
  form.onsubmit = async event => {
    event.preventDefault();
    if (form.hasAttribute('aria-busy')) return;
    warn();
    const progress = element('progress', { 'aria-label': words('waiting') });
    try {
      const passphrase = normalise(input.value);
      form.setAttribute('aria-busy', 'true');
      line.textContent = words('waiting');
      form.append(progress);
      await submit(passphrase, kept.checked);
    } catch (fault) {
      warn(named(fault));
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      input.select();
    }
    form.removeAttribute('aria-busy');
    progress.remove();
    line.textContent = '';
  };
};
