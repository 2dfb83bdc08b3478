// From here. The gate calls rostrumReading with the element that asks for it and with what it may do, each time a page with one is shown, and
// what that gives before another page takes its place. Nothing here asks another host for anything, or makes elements out of text.

self.rostrumReading = (asking, given) => {
  [place, gate, strings, turn] = [asking, given, JSON.parse(asking.dataset.words), new AbortController()];
  beginThreads();
  beginPaper();
  beginVisits();
  beginSharing();
  beginVersions();
  beginLibrary();
  beginPosition();
  html.dataset.tools = '';
  return () => turn.abort();
};
