// What is new since the last visit: kept on this machine alone, until the reader signs out. For each discussion: the highest number of a
// contribution at the visit before, the highest now, and when this was. Where nothing can be kept, nothing is said.

const pause = 30 * 60e3, most = 300;

const readVisits = () => {
  try {
    const kept = JSON.parse(gate.kept());
    return kept instanceof Object && !Array.isArray(kept) ? kept : {};
  } catch { return {}; }
};
const writeVisits = all => {
  const names = Object.keys(all).sort((a, b) => all[b].at - all[a].at);
  gate.kept(JSON.stringify(Object.fromEntries(names.slice(0, most).map(name => [name, all[name]]))));
};
const isNumber = value => Number.isSafeInteger(value) && value >= 0;
const visitOf = (all, name) => {
  const kept = Object.hasOwn(all, name) ? all[name] : undefined;
  return kept && [kept.before, kept.seen, kept.at].every(isNumber) ? kept : undefined;
};

// The number up to which the reader had seen everything when this visit began. A visit goes on until nothing was read for half an hour.
const begun = (name, highest) => {
  const all = readVisits(), now = Date.now(), kept = visitOf(all, name);
  const goesOn = kept && Math.abs(now - kept.at) < pause;
  const before = !kept ? highest : goesOn ? kept.before : kept.seen;
  all[name] = { ...kept, before, seen: Math.max(highest, kept ? kept.seen : 0), at: now };
  writeVisits(all);
  return before;
};

const markNew = some => {
  for (const one of some) {
    const line = one.querySelector('header .number, h3 .number').parentElement;
    line.prepend(element('strong', { class: 'new' }, words('new')), ' ');
  }
};

const beginVisits = () => {
  const name = place.dataset.discussion, all = contributions();
  if (!name || !all.length) return;
  const before = begun(name, Math.max(...all.map(numberOf)));
  const some = all.filter(one => numberOf(one) > before), count = counted(some.length);
  if (!some.length) return;
  markNew(some);
  const button = element('button', { type: 'button' }, words('nextNew', { count }));
  button.onclick = () => goTo(nextOf(some));
  const bar = main().querySelector('.along');
  if (bar) bar.append(' ', button);
  else main().querySelector('.thread').before(element('p', { class: 'along' }, button));
  gate.announce(words('fresh', { count }));
};
