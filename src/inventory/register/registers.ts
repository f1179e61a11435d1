import type { RegisterName } from '../model/registers.ts';
import { dependencies } from './dependencies.ts';
import { hardware } from './hardware.ts';
import { partners } from './partners.ts';
import { parts } from './parts.ts';
import type { Register } from './register.ts';
import { releases } from './releases.ts';
import { shipments } from './shipments.ts';
import { soldAs } from './sold-as.ts';
import { tags } from './tags.ts';

/** All of them, by name. */
export const registers = { hardware, releases, parts, dependencies, partners, 'sold-as': soldAs, shipments, tags };

/** A register by its name, for what treats all of them alike: history, files, undo. */
export const registerOf = (name: RegisterName): Register<Record<string, unknown>> =>
  registers[name] as unknown as Register<Record<string, unknown>>;
