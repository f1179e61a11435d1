import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { nearestName } from './nearest-name.ts';

/** A name that a shape does not know, by its path in what was sent, and what is known there. */
type UnknownName = { path: (string | number)[]; known: string[] };

// A caller may send a megabyte of wrong names.
const mostTold = 20;
const longestName = 100;

/**
 * Refuses an input with names that its shape does not know: passed over, a filter that is written wrongly would answer
 * about everything.
 * @param shape  undefined: there is nothing to say
 * @throws Refusal 'invalid' with `details.reason` 'unknown-names' and the first 20 of them, each with the known name that
 *   may be meant, or null
 */
export function refuseUnknownNames(shape: z.core.$ZodType | undefined, said: unknown): void {
  const found = unknownIn(shape ?? z.object({}), said, []).slice(0, mostTold);
  if (found.length === 0) return;
  const unknown = found.map(({ path, known }) => {
    const cut = path.map((step) => (typeof step === 'string' ? step.slice(0, longestName) : step));
    return { path: cut, near: nearestName(String(cut.at(-1)), known) };
  });
  const words = unknown.map(({ path, near }) => `"${path.join('.')}"${near === null ? '' : ` (is it "${near}"?)`}`);
  throw new Refusal('invalid', `Nothing is called so here: ${words.join(', ')}.`, { reason: 'unknown-names', unknown });
}

function unknownIn(shape: z.core.$ZodType, said: unknown, path: UnknownName['path']): UnknownName[] {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return isObject(said) ? unknownInObject(def, said, path) : [];
    case 'array':
      return Array.isArray(said) ? said.flatMap((one, at) => unknownIn(def.element, one, [...path, at])) : [];
    case 'record':
      return isObject(said)
        ? Object.entries(said).flatMap(([name, value]) => unknownIn(def.valueType, value, [...path, name]))
        : [];
    case 'union':
      return unknownInEach(def.options, said, path);
    case 'pipe':
      return unknownIn(def.in, said, path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return unknownIn(def.innerType, said, path);
    default:
      return [];
  }
}

function unknownInObject(
  { shape, catchall }: z.core.$ZodObjectDef,
  said: Record<string, unknown>,
  path: UnknownName['path'],
): UnknownName[] {
  return Object.entries(said).flatMap(([name, value]) => {
    const known = Object.hasOwn(shape, name) ? shape[name] : catchall;
    if (known) return unknownIn(known, value, [...path, name]);
    return [{ path: [...path, name], known: Object.keys(shape) }];
  });
}

/** By the choice that fits and knows the most; where none fits, the check of the shape says what is wrong. */
function unknownInEach(choices: readonly z.core.$ZodType[], said: unknown, path: UnknownName['path']): UnknownName[] {
  const [fewest = []] = choices
    .filter((choice) => z.core.safeParse(choice, said).success)
    .map((choice) => unknownIn(choice, said, path))
    .sort((one, other) => one.length - other.length);
  return fewest;
}

const isObject = (said: unknown): said is Record<string, unknown> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);
