import { encodeCursor } from '#platform/keyset';
import type { Random } from '../random.ts';
import { type Caller, known, people } from './callers.ts';
import { type Call, isReading } from './calls.ts';
import type { Canaries } from './canary.ts';
import type { Answer, Names } from './normalise.ts';
import { publicIds, walledIds } from './plant.ts';
import { collectionOf, IdRef, type Pool } from './samples.ts';
import { beginning, type World } from './world.ts';

export type Step = { caller: Caller; call: Call };

/** What a caller could tell the worlds apart by. */
export type Leak = { who: string; name: string; what: string; how: string };

const nobodysId = '0199ffff-ffff-7fff-bfff-ffffffffffff';

/**
 * What parameters are drawn from: things behind the wall, public things, things of nobody, and what the worlds have shown so far.
 */
export function poolOf(canaries: Canaries, shown: Pool['shown'], random: Random): Pool {
  const some = (ids: readonly string[], count: number) => Array.from({ length: count }, () => random.pick(ids));
  const hidden = [...walledIds.slice(0, 2), ...some(walledIds, 8)];
  const open = some(publicIds, 3);
  const latest = [...shown.values()].flatMap((ids) => ids.slice(-1));
  const somebody = [people[0], people.find(({ inside }) => inside)].flatMap((one) => one?.personId ?? []);
  // Several fields in one list are told apart by their columns, so one word of each is enough.
  const words = canaries.oneOfEachField();
  return {
    ids: [...hidden, ...open, ...somebody, nobodysId, ...latest],
    shown,
    words: [
      'open',
      ...words,
      ...hidden
        .slice(2, 5)
        .flatMap((id) => [encodeCursor([id]), encodeCursor([beginning.add({ minutes: 15 }).toString(), id])]),
    ],
    numbers: [1, 2, 500],
  };
}

/**
 * Who calls what: everybody everything in its plainest form, and each other form, those that are meant before those that
 * are drawn, by as many as `formsPer` allows.
 * Whoever may not call it learns the same from all forms, so one is enough.
 */
export function planOf(
  calls: readonly Call[],
  callers: readonly Caller[],
  { formsPer, random }: { formsPer: { call: number; caller: number }; random: Random },
): Step[] {
  const byName = Map.groupBy(calls, ({ name, path }) => (name.startsWith('edge ') ? `${name} ${path}` : name));
  return [...byName.values()].flatMap(([plain, ...forms]) => {
    if (!plain) return [];
    const allowed = callers.filter((caller) => caller.may(plain));
    const [meant, drawn] = [true, false].map((wanted) => forms.filter(({ isMeant = false }) => isMeant === wanted));
    const chosen = [...(meant ?? []), ...sampleOf(drawn ?? [], formsPer.call, random)];
    const more = chosen.flatMap((call, turn) =>
      Array.from({ length: Math.min(formsPer.caller, allowed.length) }, (_, next) => ({
        caller: allowed[(turn + next) % allowed.length] as Caller,
        call,
      })),
    );
    return [...callers.map((caller) => ({ caller, call: plain })), ...more];
  });
}

function sampleOf<T>(items: readonly T[], count: number, random: Random): T[] {
  if (items.length <= count) return [...items];
  const rest = [...items];
  return Array.from({ length: count }, () => rest.splice(random.int(rest.length), 1)[0] as T);
}

const atOnce = 6;

/**
 * Asked alone is what may write although it reads: an edge, where a protocol of others may count attempts, and an
 * export, which may leave a line in the trail, whose order would otherwise be that of the dice.
 */
const mayWrite = ({ name }: Call) => name.startsWith('edge ') || name.includes('.export');

function batchesOf(steps: readonly Step[]): Step[][] {
  const [beside, ours] = [true, false].map((wanted) => steps.filter(({ call }) => mayWrite(call) === wanted));
  const batches = (beside ?? []).map((step) => [step]);
  for (let start = 0; start < (ours ?? []).length; start += atOnce)
    batches.push((ours ?? []).slice(start, start + atOnce));
  return batches;
}

/** Calls the same in two worlds and tells by what they differ, and which walled words the first one says. */
export class Crawl {
  readonly leaks: Leak[] = [];
  /** How many answers were compared. */
  compared = 0;
  /** How many of them let the caller in, by endpoint: a crawl of refusals proves nothing. */
  readonly successes = new Map<string, number>();
  readonly shown = new Map<string, (string | IdRef)[]>();
  readonly #known = new Map<string, (string | IdRef)[]>();
  readonly #a: World;
  readonly #b: World;
  readonly #canaries: Canaries;
  readonly #mostLeaks: number;
  readonly #said: ReadonlySet<string>;
  #seconds = 3_600;
  #present = false;

  /** @param mostLeaks  where to stop: after the first difference the worlds drift apart */
  constructor(a: World, b: World, canaries: Canaries, mostLeaks = 8) {
    this.#a = a;
    this.#b = b;
    this.#canaries = canaries;
    this.#mostLeaks = mostLeaks;
    this.#said = new Set(canaries.oneOfEachField());
  }

  /** Reads, several at once: nothing that one call does changes what another says. */
  async read(steps: readonly Step[]): Promise<void> {
    for (const batch of batchesOf(steps.filter(({ call }) => isReading(call)))) {
      if (this.leaks.length >= this.#mostLeaks) return;
      if (this.#present) {
        const now = Temporal.Now.instant();
        this.#a.setClock(now);
        this.#b.setClock(now);
      }
      if (batch.length === 1) await Promise.all([this.#a.revive(), this.#b.revive()]);
      const answers = await Promise.all(
        batch.map(({ caller, call }) => Promise.all([this.#a.ask(caller, call), this.#b.ask(caller, call)])),
      );
      batch.forEach((step, index) => {
        const [inA = [], inB = []] = answers[index] ?? [];
        this.#compare(step, inA, inB);
      });
    }
  }

  /** Changes, one after the other; the callers are always able to call. */
  async write(steps: readonly Step[]): Promise<void> {
    let tired = true;
    for (const step of steps.filter(({ call }) => !isReading(call))) {
      if (this.leaks.length >= this.#mostLeaks) return;
      this.#seconds += 1;
      const both = [this.#a, this.#b].map(async (world) => {
        world.setClock(beginning.add({ seconds: this.#seconds }));
        if (tired) await world.revive();
        return world.ask(step.caller, step.call);
      });
      const [inA = [], inB = []] = await Promise.all(both);
      this.#compare(step, inA, inB);
      // A call that was refused has changed nobody, unless it was an attempt to sign in.
      tired = step.call.name.startsWith('access.') || [...inA, ...inB].some(({ status }) => status < 400);
    }
    await Promise.all([this.#a.settle(), this.#b.settle()]);
  }

  /** Both clocks go with this machine's from now on. */
  goWithThePresent(): void {
    this.#present = true;
  }

  #compare(step: Step, inA: readonly Answer[], inB: readonly Answer[]): void {
    const what = `${step.call.method} ${step.call.path} ${JSON.stringify(step.call.input)}`;
    for (let page = 0; page < Math.max(inA.length, inB.length); page++) {
      const [a, b] = [inA[page], inB[page]];
      this.compared += 1;
      if (a && a.status < 400) this.successes.set(step.call.name, (this.successes.get(step.call.name) ?? 0) + 1);
      const seen = a ? this.#canaries.findIn(bytesOf(a), this.#said) : [];
      if (seen.length > 0) this.#tell(step.caller.name, step.call.name, what, `says ${seen.join(', ')}`);
      const difference = differenceOf(textOf(this.#a.names, a, step.call), textOf(this.#b.names, b, step.call));
      if (difference) this.#tell(step.caller.name, step.call.name, what, difference);
      else if (a) this.#note(step.call, a);
    }
  }

  /** Keeps the ids that an answer gives to things, so that later calls can name them. */
  #note({ path }: Call, { status, headers, body }: Answer): void {
    const isJson = headers.some(([name, value]) => name === 'content-type' && value.startsWith('application/json'));
    if (status >= 300 || !isJson) return;
    const collection = collectionOf(path);
    const depths = idsIn(JSON.parse(Buffer.from(body).toString('utf8') || 'null'));
    const nearest = Math.min(...depths.map(({ depth }) => depth));
    // The things themselves come before what they only name.
    const kept = [true, false].flatMap((isNear) => {
      const key = `${collection} ${isNear}`;
      const found = depths
        .filter(({ depth }) => (depth === nearest) === isNear)
        .flatMap(({ id }) => this.#refOf(id) ?? []);
      const ids = [...new Map([...(this.#known.get(key) ?? []), ...found].map((id) => [keyOf(id), id])).values()];
      // What is new, and what was there from the beginning: that in between may be gone.
      const some = ids.length > 4 ? [...ids.slice(-2), ...ids.slice(0, 2)] : ids;
      this.#known.set(key, some);
      return some;
    });
    this.shown.set(collection, [...new Map(kept.map((id) => [keyOf(id), id])).values()]);
  }

  /** How a call can name it in both worlds. */
  #refOf(id: string): string | IdRef | null {
    if (known.has(id)) return id;
    const index = this.#a.names.indexOf(id);
    return index < 0 ? null : new IdRef(index);
  }

  /** The mails to those outside are the same in both worlds and say nothing walled. */
  compareMails(): void {
    // Who stands inside, and whom the walled mail is for.
    const outside = ({ to }: { to: string }) =>
      !people.some(({ inside }, index) => inside && to.includes(`caller-${index}@`)) &&
      !this.#canaries.findIn(Buffer.from(to)).includes('delivery.address');
    const [inA, inB] = [this.#a, this.#b].map((world) => world.mails().filter(outside).sort(byReceiver));
    for (const { to, raw, text } of inA ?? []) {
      const seen = this.#canaries.findIn(Buffer.from(`${raw}\n${text}`, 'latin1'), this.#said);
      if (seen.length > 0) this.#tell(to, 'mail', to, `says ${seen.join(', ')}`);
    }
    const textsOf = (world: World, mails: typeof inA) =>
      (mails ?? []).map(({ to, text }) => world.names.textOfWords(`${to}\n${text}`)).join('\n\n');
    const difference = differenceOf(textsOf(this.#a, inA), textsOf(this.#b, inB));
    if (difference) this.#tell('outside', 'mail', 'all of them', difference);
  }

  /** What is counted for operators is the same in both worlds: our own measures, and the calls by route. */
  async compareMetrics(measures: readonly { name: string }[]): Promise<void> {
    const [inA, inB] = [await this.#a.metrics(), await this.#b.metrics()];
    const seen = this.#canaries.findIn(Buffer.from(inA), this.#said);
    if (seen.length > 0) this.#tell('operator', 'metrics', 'all of them', `says ${seen.join(', ')}`);
    const names = [...measures.map(({ name }) => name), 'mamori_http_request_duration_seconds_count'];
    const counted = (text: string) =>
      text
        .split('\n')
        .filter((line) => names.some((name) => line.startsWith(name)))
        .sort() // several calls at once end in any order
        .join('\n');
    if (counted(inA) === '') this.#tell('operator', 'metrics', 'all of them', 'count nothing of ours');
    const difference = differenceOf(counted(inA), counted(inB));
    if (difference) this.#tell('operator', 'metrics', 'all of them', difference);
  }

  /** The log says nothing walled, whoever did what: operators read it. */
  checkLog(): void {
    const seen = this.#canaries.findIn(Buffer.from(this.#a.log.join('\n')), this.#said);
    if (seen.length > 0) this.#tell('operator', 'log', 'all of it', `says ${seen.join(', ')}`);
  }

  #tell(who: string, name: string, what: string, how: string): void {
    if (this.leaks.length < this.#mostLeaks) this.leaks.push({ who, name, what: what.slice(0, 300), how });
  }
}

const keyOf = (id: string | IdRef) => (typeof id === 'string' ? id : id.index);

/** What a document gives as "id", and how deep it stands. */
function idsIn(value: unknown, depth = 0): { id: string; depth: number }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'id' && typeof one === 'string' ? [{ id: one, depth }] : idsIn(one, depth + 1),
  );
}

const byReceiver = (a: { to: string; text: string }, b: { to: string; text: string }) =>
  a.to < b.to ? -1 : a.to > b.to ? 1 : 0;

const textOf = (names: Names, answer: Answer | undefined, { name }: Call) =>
  answer ? names.textOf(answer, name) : 'no such page';

/** Header and body as bytes, for words. */
export const bytesOf = ({ headers, body }: Answer): Buffer =>
  body[0] === 0x50 ? Buffer.from(body) : Buffer.concat([Buffer.from(JSON.stringify(headers)), body]);

/** The first place where two texts differ, or null. */
function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 120));
  return `differs: with the walled things ${around(a)}, without ${around(b)}`;
}
