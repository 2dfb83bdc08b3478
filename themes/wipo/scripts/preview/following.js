// Follows what is saved. The server answers when there is something new, or after some seconds; pages that nobody looks at do not ask, so
// that many open tabs leave connections for the others.

const placeName = 'rostrum.preview.place';
let known = '', turn, isFollowing = false;
const pause = time => new Promise(resolve => setTimeout(resolve, time));

// The page anew, where the reader was in it.
const reload = () => {
  kept(placeName, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  location.reload();
};
const arrive = () => {
  const { path, x, y } = JSON.parse(kept(placeName) || '{}');
  kept(placeName, null);
  if (path !== location.pathname) return;
  const go = () => scrollTo({ left: x, top: y, behavior: 'instant' });
  go();
  if (doc.readyState !== 'complete') addEventListener('load', go);  // pictures have their size by then
};

const tellLost = isLost => {
  if (isLost === !lost.hidden) return;
  lost.hidden = !isLost;
  lost.textContent = isLost ? words('lost') : '';
};

const follow = async () => {
  if (isFollowing) return;
  isFollowing = true;
  while (!doc.hidden) {
    turn = new AbortController();
    const { signal } = turn, asked = Date.now();
    try {
      const answer = await fetch('/.rostrum/events?since=' + encodeURIComponent(known), { signal, cache: 'no-store' });
      if (!answer.ok) throw new Fault('lost');
      const state = await answer.json();
      tellLost(false);
      if (state.pages !== build) {
        reload();
        break;
      }
      if (state.id !== known) showFindings(state, !build);
      // Where too many pages wait, the server answers at once.
      else if (Date.now() - asked < 1000) await pause(1000);
      known = state.id;
    } catch {
      if (signal.aborted) break;
      tellLost(true);
      await pause(1000);
    }
  }
  isFollowing = false;
};
