import { labelled } from './labelled.js';

export const SOCIAL_SECURITY_NUMBERS = labelled('ssn', [
  '⟦219·-09-·9999⟧',
  'SSN ⟦078·-05-·1120⟧.',
  'SSN: ⟦219·09·9999⟧',
  'SSN: ⟦219· 09 ·9999⟧',
  'Social Security Number: ⟦457·55·5462⟧',
  'social security no. ⟦457· 55 5462⟧',
  '"ssn":"⟦457·555462⟧"',
  '(⟦001·-01-·0001⟧)',
  'form_⟦219·-09-·9999⟧.html',
  'form-a-⟦219·-09-·9999⟧.html',
  '?ssn=⟦219·-09-·9999⟧&x=1',
  'with hyphens ⟦219·‑09‑·9999⟧',
]);
