/** Elements that stand apart from the text around them, so that a word never runs on across their edges. */
export const BLOCKS = names(
  `address article aside audio blockquote body button caption center col colgroup datalist dd details dialog dir div dl
  dt embed fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe input
  legend li link listing main menu meta meter nav ol optgroup option p plaintext pre progress search section select
  summary table tbody td template textarea tfoot th thead title tr ul video xmp`,
);

export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

/** Elements without content, and so without an end tag. */
export const VOID = names(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr',
);

/** Elements that browsers show nothing of, or only where something else fails; their text leaves with the page all the same. */
export const UNSEEN = names(
  'audio canvas datalist iframe noembed noframes noscript object rp template video',
);

/** Code: nothing in them is text for readers. */
export const CODE = names('script style');

/** Where svg or math hold HTML again, or text about themselves. */
export const FOREIGN_NOTES = names('title desc metadata');
export const FOREIGN_ISLANDS = names('foreignobject annotation-xml');

/** Open elements that a start tag ends, where they are the innermost: authors leave out such end tags. */
export const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...each(
    `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header
    hgroup hr main menu nav ol p pre search section table ul`,
    'p',
  ),
  ...each('h1 h2 h3 h4 h5 h6', 'p h1 h2 h3 h4 h5 h6'),
  ...each('li', 'p li'),
  ...each('dt dd', 'p dt dd'),
  ...each('option', 'option'),
  ...each('optgroup', 'option optgroup'),
  ...each('td th', 'p td th'),
  ...each('tr', 'p td th tr'),
  ...each('thead tbody tfoot', 'p td th tr thead tbody tfoot'),
  ...each('body', 'head'),
]);

function each(starting: string, ended: string): [string, ReadonlySet<string>][] {
  return [...names(starting)].map((name) => [name, names(ended)]);
}

/** Elements that people format a sentence or a few paragraphs with; `<title>` or `<string>` in a sentence is a word. */
export function isFormatting(name: string): boolean {
  return FORMATTING.has(name);
}

const FORMATTING = names(
  `a abbr b bdi bdo big blockquote br center cite code dd del details dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img
  ins kbd li mark ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul
  var wbr`,
);

/** Start tags that end svg or math: HTML that somebody wrote after forgetting the end tag. */
export function leavesForeign(name: string): boolean {
  return (BLOCKS.has(name) && name !== 'title') || BREAKING_PHRASES.has(name);
}

const BREAKING_PHRASES = names(
  'b big br code em i img nobr ruby s small span strong strike sub sup tt u var',
);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
