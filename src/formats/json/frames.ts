import type { JsonRoute } from './route.ts';

/** An object or array that is open. `value` is null where nothing is kept. */
export type Frame = {
  isArray: boolean;
  value: unknown[] | Record<string, unknown> | null;
  keys: Set<string> | null;
  key: string;
  index: number;
  line: number;
  route: JsonRoute | undefined;
};

export const aFrame = (isArray: boolean, line: number, route: JsonRoute | undefined): Frame => ({
  isArray,
  value: route?.skip ? null : isArray ? [] : {},
  // What is handed out or skipped is not in the value, so its key has to be remembered beside it.
  keys: route && !isArray ? new Set() : null,
  key: '',
  index: 0,
  line,
  route,
});

const skipped: JsonRoute = { skip: true };

/** Where the next value of an open container leads. */
export function routeInto(frame: Frame): JsonRoute | undefined {
  const { route } = frame;
  if (!route) return undefined;
  if (route.skip) return skipped;
  if (frame.isArray) return route.elements;
  return route.members && Object.hasOwn(route.members, frame.key) ? route.members[frame.key] : route.others;
}

/** Sets a key as JSON.parse does: "__proto__" is a key like any other. */
export function setMember(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

export function pathOf(frames: readonly Frame[]): string {
  // Joined, not added up: a path is kept with its value, and a string of pieces keeps every piece.
  return ['$', ...frames.map(({ isArray, index, key }) => (isArray ? `[${index}]` : memberPath(key)))].join('');
}

const memberPath = (key: string) => {
  if (/^[A-Za-z_$][\w$-]*$/.test(key)) return `.${key}`;
  return `[${JSON.stringify(key.length > 80 ? `${key.slice(0, 80)}…` : key)}]`;
};
