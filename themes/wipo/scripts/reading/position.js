// Where the reader was in a long discussion: offered when they come back to it, and kept with their visits.

const beginPosition = () => {
  const name = place.dataset.discussion, thread = main().querySelector('.thread.long');
  if (!name || !thread) return;
  const kept = visitOf(readVisits(), name), target = kept && /^\d{4,26}$/.test(kept.stop || '') && doc.getElementById('c' + kept.stop);
  if (gate.arrived && target && target.matches('.contribution')) {
    const line = element('p', { class: 'notice resume' }, element('a', { href: '#' + target.id }, words('resume', { number: kept.stop })));
    line.firstChild.onclick = event => {
      event.preventDefault();
      line.remove();
      goTo(target);
    };
    doc.getElementById('jump').before(line);
  }
  // Kept when the reader has stayed with something for a moment.
  let timer;
  const keep = () => {
    const found = doc.elementsFromPoint(innerWidth / 2, covered() + 24).map(one => one.closest('.thread .contribution')).find(Boolean);
    const all = readVisits(), visit = visitOf(all, name);
    if (!found || !visit || found === thread.querySelector('.contribution')) return;
    visit.stop = found.id.slice(1);
    visit.at = Date.now();
    writeVisits(all);
  };
  listen(self, 'scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!turn.signal.aborted && thread.isConnected) keep(); }, 800);
  }, { passive: true });
};
