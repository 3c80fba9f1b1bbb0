import { stringify } from 'yaml';
import { loadInputs } from '../../../src/inputs/load.js';
import { mutatedDocuments } from '../json-mutation.js';
import { mutants } from '../mutation.js';
import { fixture, fixtureDocument, texts } from '../seeds.js';
import { defineTarget } from '../target.js';
import { FIXTURES } from '../../support/growth.js';
import { HANDED_IN } from './handed-in-documents.js';

const yaml = stringify(fixtureDocument('inputs.json'));

/** JSON where the text starts with `{`, else YAML. */
export const inputsText = defineTarget({
  name: 'inputs-text',
  isSlow: true,
  inputs: mutants([fixture('inputs.json'), ...texts(yaml, stringify(HANDED_IN), JSON.stringify(HANDED_IN))]),
  bytesOf: ({ length }) => length,
  read: (bytes) => load(bytes),
  // Broken YAML takes quadratic time in the library: docs/reliability.md.
  bound: { base: 1500, perKiB: 250 },
  shortRuns: 40,
});

export const inputsForm = defineTarget({
  name: 'inputs-form',
  isSlow: true,
  inputs: mutatedDocuments([fixtureDocument('inputs.json'), HANDED_IN]),
  bytesOf: (document) => JSON.stringify(document).length,
  read: (document) => load(Buffer.from(JSON.stringify(document))),
  bound: { base: 1500, perKiB: 20 },
  shortRuns: 40,
});

function load(bytes: Buffer): Promise<unknown> {
  return loadInputs({
    inputs: '-',
    root: FIXTURES,
    tenant: 'acme',
    project: 'lanternfish',
    stdin: stream(bytes),
  });
}

async function* stream(bytes: Buffer): AsyncIterable<Buffer> {
  yield await Promise.resolve(bytes);
}
