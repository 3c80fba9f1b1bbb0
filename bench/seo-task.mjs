/** One task of bench/seo.ts in a process of its own, measured without its start: `node seo-task.mjs TASK FOLDER`. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Parser, Tokenizer } from 'htmlparser2';
import { PageSource } from '../dist/seo/page/page-source.js';
import { scanSite } from '../dist/seo/scan.js';

const [, , task, site] = process.argv;
const files = readdirSync(site, { recursive: true })
  .filter((file) => /\.html?$/i.test(file))
  .map((file) => path.join(site, file));
const ignore = () => undefined;
const callbacks = Object.fromEntries(
  'onattribdata onattribentity onattribend onattribname oncdata onclosetag oncomment ondeclaration onend onopentagend onopentagname onprocessinginstruction onselfclosingtag ontext ontextentity'
    .split(' ')
    .map((name) => [name, ignore]),
);
const scan = (threads) => scanSite({ folder: site, root: site, sourcePath: '.', maxPages: 1e7, threads });
const tasks = {
  read: () => files.forEach((file) => readFileSync(file)),
  parse: () => {
    for (const file of files) {
      const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
      tokenizer.write(new PageSource(readFileSync(file)).html);
      tokenizer.end();
    }
  },
  sax: () => files.forEach((file) => new Parser({}).end(new PageSource(readFileSync(file)).html)),
  scan: () => scan(1),
  scan2: () => scan(2),
};
const [cpu, wall] = [process.cpuUsage(), performance.now()];
await tasks[task]();
const used = process.cpuUsage(cpu);
process.stdout.write(
  JSON.stringify({
    cpu: (used.user + used.system) / 1e6,
    wall: (performance.now() - wall) / 1000,
    memory: process.resourceUsage().maxRSS / 1000,
  }),
);
