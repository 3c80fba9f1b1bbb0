import { type PersonalDataDetector, whole } from './detector.js';

/** US social security numbers: areas 000, 666 and 900 to 999, group 00 and serial 0000 are never given out (SSA). */
export const SOCIAL_SECURITY_NUMBERS: readonly PersonalDataDetector[] = [
  {
    kind: 'ssn',
    pattern:
      /(?<![A-Za-z0-9]|\d-)(?!000|666|9\d\d)\d{3}([-‑–])(?!00)\d{2}\1(?!0000)\d{4}(?![A-Za-z0-9]|-\d)/g,
    locate: whole(() => true),
  },
  {
    // With other separators, or none, only where the text says what it is.
    kind: 'ssn',
    pattern:
      /(?<![A-Za-z])(?:SSN|social[ _-]?security(?:[ _-]?(?:number|no|nr|#))?)\b["']?[ \t.:=#]{0,4}["']?(?!000|666|9\d\d)\d{3}[ .-]?(?!00)\d{2}[ .-]?(?!0000)\d{4}(?![A-Za-z0-9])/gi,
    locate: (candidate) => ({ start: candidate.search(/\d/), end: candidate.length }),
  },
];
