// Pages: what the templates of a page's file hold, opened and put together.

const openText = async (sealed, kind, path) => {
  const pieces = [];
  let room = mostText;
  const { tag, guests } = await openObject(sourceOfBytes(decodePage(sealed)), kind, path, piece => {
    room -= piece.length;
    if (room < 0) throw new Fault('failed');
    pieces.push(piece);
  });
  return { text: decodeText(join(...pieces)), tag, guests };
};

// What members read, from the lines that guests read and the instructions of the members' part.
const applyPart = (page, part) => {
  const lines = page.text.split('\n'), [first, ...orders] = part.split('\n'), shown = [];
  if (first !== hex(page.tag) || orders.pop() !== '') throw new Fault('failed');
  const copy = (from, at, count) => {
    if (at + count > from.length) throw new Fault('failed');
    for (let end = at + count; at < end; at++) shown.push(from[at]);
  };
  let at = 0;
  for (let index = 0; index < orders.length; index++) {
    const [, sign, digits] = /^([=+-])([1-9]\d{0,6})$/.exec(orders[index]) || [], count = +digits;
    if (sign === '+') {
      copy(orders, index + 1, count);
      index += count;
    } else {
      if (sign === '=') copy(lines, at, count);
      // Of no instruction comes no number.
      at += count;
    }
  }
  if (at !== lines.length) throw new Fault('failed');
  return shown.join('\n');
};

// Title and HTML of the page that was sealed at a path, and only there, with the T of its objects.
const openPage = async ({ sealed, members }, path) => {
  try {
    const page = await openText(sealed, 'page', path), objects = [['page', page.tag]];
    let { text } = page;
    if (!held.number && (page.guests || members !== undefined)) {
      const part = members === undefined ? undefined : await openText(members, 'part', path);
      if (part) text = applyPart(page, part.text);
      objects.push(['part', part && part.tag]);
    }
    const cut = text.indexOf('\n');
    if (cut < 0) throw new Fault('failed');
    opened.add(text.slice(cut + 1));
    return { title: text.slice(0, cut), html: text.slice(cut + 1), objects };
  } catch (fault) {
    // What is cut short or written wrong fails anywhere.
    throw new Fault(named(fault));
  }
};

// What a page's file holds, from its document or from its text.
const templatesOf = source => {
  const found = id => source instanceof Document
    ? (source.getElementById(id) || { content: {} }).content.textContent
    : (source.match('<template id="' + id + '">([^<]*)</template>') || [])[1];
  return { sealed: found('sealed'), members: found('members') };
};
