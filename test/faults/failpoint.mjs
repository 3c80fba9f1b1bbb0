/**
 * Counts the synchronous file-system calls that concern one folder, and lets one of them go wrong. Nothing of it is in
 * the product: it replaces functions of `node:fs`, in a test that calls `arm`, or in a process that preloads this file
 * with the plan as JSON in $GROWTH_FAILPOINT.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';

/** Bound at once: the faults themselves must not be counted. */
const { existsSync, renameSync, mkdirSync, rmSync, writeFileSync, writeSync } = fs;
const originals = new Map(
  Object.entries(fs).filter(([name, value]) => name.endsWith('Sync') && typeof value === 'function'),
);

export function arm({ folder, call = Infinity, fault = '', isLasting = false }) {
  const descriptors = new Set();
  const calls = [];
  const concerns = (args) =>
    args
      .slice(0, 2)
      .some((arg) => descriptors.has(arg) || (typeof arg === 'string' && isWithin(arg, folder)));
  for (const [name, original] of originals) {
    fs[name] = (...args) => {
      if (!concerns(args)) return original(...args);
      calls.push(`${name} ${args.slice(0, 2).map(shown).join(' ')}`);
      const isDue = calls.length === call || (isLasting && calls.length > call);
      const perform = () => {
        // What the system was given outlasts a killed process without it; only the time would be lost.
        const result = name === 'fsyncSync' ? undefined : original(...args);
        if (name === 'openSync') descriptors.add(result);
        if (name === 'closeSync') descriptors.delete(args[0]);
        return result;
      };
      return isDue ? faulty(fault, { name, args, perform, folder }) : perform();
    };
  }
  syncBuiltinESMExports();
  return {
    calls,
    disarm() {
      for (const [name, original] of originals) fs[name] = original;
      syncBuiltinESMExports();
    },
  };
}

function faulty(fault, { name, args, perform, folder }) {
  switch (fault) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return perform();
    case 'short':
      return name === 'writeSync' ? writeHalf(args) : perform();
    case 'removed':
      rmSync(folder, { recursive: true, force: true });
      return perform();
    // Somebody moves the folder away and makes another of the same name.
    case 'replaced':
      if (!existsSync(folder)) return perform();
      renameSync(folder, `${folder}-moved`);
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'report.json'), 'of somebody else');
      return perform();
  }
  const [code, effect] = fault.split(' ');
  if (effect === 'after') perform();
  if (effect === 'half' && name === 'writeSync') writeHalf(args);
  // existsSync answers, whatever happens.
  if (name === 'existsSync') return false;
  const errno = -constants.errno[code];
  throw Object.assign(new Error(`${code}: injected, ${name}`), {
    code,
    errno,
    syscall: name.replace(/Sync$/, ''),
  });
}

function writeHalf([descriptor, bytes, offset = 0]) {
  return writeSync(descriptor, bytes, offset, Math.ceil((bytes.length - offset) / 2));
}

function isWithin(file, folder) {
  return file === folder || file.startsWith(`${folder}${path.sep}`);
}

function shown(arg) {
  return typeof arg === 'string' ? path.basename(arg) : typeof arg === 'number' ? `#${arg}` : '';
}

const plan = process.env['GROWTH_FAILPOINT'];
if (plan !== undefined) arm(JSON.parse(plan));
