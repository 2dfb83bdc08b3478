// "Take it with you": the form as a file that works without a network. It holds the facts of this page, what it was opened for, and, where the
// reader wants it, what was written so far.

const inScript = value => JSON.stringify(value).replace(/</g, '\\u003c');
const absolute = address => address && new URL(address, location.href).href;

const takeAlong = async () => {
  const withText = control('takeText').checked;
  part('takeError').hidden = true;
  try {
    const answerOf = await fetch(new URL(facts.offline.url, location.href), { cache: 'no-cache' }).catch(() => { throw new Fault('offlineFailed'); });
    if (!answerOf.ok) throw new Fault('offlineFailed');
    const bytes = new Uint8Array(await answerOf.arrayBuffer());
    if (hex(await sha256(bytes)) !== facts.offline.sha256) throw new Fault('offlineOther');
    const page = decodeText(bytes), mark = ' id="given">', start = page.indexOf(mark) + mark.length, end = page.indexOf('<', start);
    if (start < mark.length) throw new Fault('offlineOther');
    const { offline, plain, ...kept } = facts, terms = { ...facts.terms, url: absolute(facts.terms.url) }, all = values();
    const { kind, discussion, question, replyTo } = all;
    const prefill = withText ? { values: all } : { kind, discussion, question, 'reply-to': replyTo };
    const given = inScript({ facts: { ...kept, terms, made: new Date().toISOString().slice(0, 10) }, prefill });
    save('form-' + html.lang + '.html', 'text/html', page.slice(0, start) + given + page.slice(end));
    announce(words('taken'));
    part('takeDone').hidden = false;
  } catch (fault) {
    part('takeError').textContent = words(named(fault));
    part('takeError').hidden = false;
    announce(words(named(fault)));
  }
};
