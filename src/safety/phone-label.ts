/** Words that say that a telephone number follows, in languages of Europe. */
const WORDS = [
  'tel(?:[eé](?:phone|phoon|foon|fon[eo]?|fonnummer))?|tél(?:[eé]phone)?|phone|fon|ph|hotline|rufnummer',
  'mobile?|mob|móvil|handy|cell(?:ulare|phone)?|portable|gsm|fax|whatsapp|signal',
  'tlf|tfno|puh(?:elin)?|тел(?:ефон)?|моб(?:ильный)?|τηλ(?:έφωνο)?|κιν(?:ητό)?',
  'call(?: us| me)?(?: at| on)?|ring|dial|sms to',
].join('|');

/** The same in writing without spaces, where another word may stand right before. */
const WORDS_WITHOUT_SPACES = '手機|手机|電話|电话|携帯|전화|휴대폰';

/** A pattern's source, for the flags `i` and `u`. */
export const PHONE_LABEL =
  String.raw`(?:(?<![\p{L}\d])(?:${WORDS})|${WORDS_WITHOUT_SPACES})` +
  '(?:[ _-]?(?:number|numéro|nummer|no|nr|n°))?';
