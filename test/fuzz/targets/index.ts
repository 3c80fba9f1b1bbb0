import type { Target } from '../target.js';
import { analysis } from './analysis.js';
import { contentFiles, profiles } from './content.js';
import { catalog, comparison, documents } from './contract.js';
import { eventsDirect, eventsFiles } from './events.js';
import { inputsForm, inputsText } from './inputs.js';
import { nextjs } from './nextjs.js';
import { hostFiles, html, jsonLd, robots, sitemap } from './site.js';

/** Everything that reads what strangers wrote. */
export const TARGETS: readonly Target[] = [
  inputsText,
  inputsForm,
  html,
  jsonLd,
  robots,
  sitemap,
  hostFiles,
  nextjs,
  eventsDirect,
  eventsFiles,
  profiles,
  contentFiles,
  catalog,
  documents,
  comparison,
  analysis,
];
