// What helps with reading: its script and style are loaded where a page asks for them, and it is handed what it may do. Without it the page
// reads as it is.

let leaveReading;

// What is quoted, and of which contribution, for the form that is opened next: in memory, and from a folder in the tab's storage until then.
let quotation;
const hand = given => {
  quotation = given;
  if (local) stored('sessionStorage', 'quotation', given ? JSON.stringify(given) : null);
};
const takeQuotation = () => {
  let given = quotation;
  try { given = given || JSON.parse(stored('sessionStorage', 'quotation')); } catch { /* not written here */ }
  quotation = undefined;
  if (local) stored('sessionStorage', 'quotation', null);
  return given;
};

// Closes what the script has open on the page before.
const endReading = () => {
  if (leaveReading) leaveReading();
  leaveReading = undefined;
};

// 'arrived': whether the reader came to this page by its address alone, and not back to a place on it. 'hold' brings back what they were led to.
const showReading = async (arrived, hold) => {
  const place = doc.querySelector('[data-reading]'), holder = secret;
  if (!place) return;
  const isHere = () => place.isConnected && secret === holder;
  try {
    linkStyle(place.dataset.style, hold);
    if (!self.rostrumReading) await loadScript(place.dataset.script, 'offline');
    if (!isHere()) return;
    leaveReading = self.rostrumReading(place, {
      arrived, announce, hand, reveal, peek, showPictures: findPictures,
      // What is kept on this machine until the reader signs out, as text: numbers and days, and nothing of the content.
      choice: (...view) => stored('localStorage', 'library', ...view),
      kept: (...text) => isHere() ? stored('localStorage', 'reading', ...text) : null,
    });
    hold();
  } catch { /* then without it */ }
};
