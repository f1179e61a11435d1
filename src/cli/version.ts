import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where this installation lies. */
export const root = path.join(import.meta.dirname, '../..');

/** The version of this release, as package.json says. */
export const version = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
  .version;
