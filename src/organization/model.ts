import { z } from 'zod';
import { Role } from '#access/model';
import { NearDay } from '#platform/browser/near-day';

/** A day without time, e.g. "2026-11-23". */
export const Day = NearDay;

/** The holder does the work of a post; the deputy does it while there is none or the holder is away. */
export const HoldingKind = z.enum(['holder', 'deputy']);
export type HoldingKind = z.infer<typeof HoldingKind>;

/** leave: 休職 · away: another long absence. */
export const AbsenceKind = z.enum(['leave', 'away']);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

export const Absence = z.object({
  id: z.uuid(),
  kind: AbsenceKind,
  fromOn: Day,
  /** The first day back; null: nobody knows yet. */
  untilOn: Day.nullable(),
});
export type Absence = z.infer<typeof Absence>;

export const PersonRef = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Cannot sign in any more: their posts have to be handed over. */
  hasLeft: z.boolean(),
});
export type PersonRef = z.infer<typeof PersonRef>;

export const Holding = z.object({
  id: z.uuid(),
  person: PersonRef,
  fromOn: Day,
  /** The first day on which it no longer holds; null: no end is planned. */
  untilOn: Day.nullable(),
  reason: z.string(),
  /** Why the person does not act on that day, or null. */
  absence: Absence.nullable(),
});
export type Holding = z.infer<typeof Holding>;

/** Who does the work of a post on a day, and why that person. */
export const Acting = z.object({
  person: PersonRef.nullable(),
  as: HoldingKind.nullable(),
  because: z.enum(['present', 'holder-absent', 'holder-left', 'no-holder']),
});
export type Acting = z.infer<typeof Acting>;

export const Division = z.object({
  id: z.uuid(),
  name: z.string(),
  posts: z.int(),
  /** Posts without a holder. */
  vacant: z.int(),
  /** Posts whose holder cannot sign in any more. */
  left: z.int(),
});
export type Division = z.infer<typeof Division>;

export const Post = z.object({
  id: z.uuid(),
  division: z.object({ id: z.uuid(), name: z.string() }),
  name: z.string(),
  duties: z.string(),
  role: Role.nullable(),
  holder: Holding.nullable(),
  deputy: Holding.nullable(),
  acting: Acting,
});
export type Post = z.infer<typeof Post>;

/** Something that hangs on a post, found by a step to the right: "owner of 3 models". */
export const Duty = z.object({
  postId: z.uuid(),
  kind: z.string(),
  count: z.int().min(1),
  text: z.object({ ja: z.string(), en: z.string() }),
  /** Where in Mamori they are listed. */
  path: z.string(),
});
export type Duty = z.infer<typeof Duty>;

/** Gives one post to another person; null: to nobody for now. */
export const Move = z.object({ postId: z.uuid(), kind: HoldingKind, toPersonId: z.uuid().nullable() });
export type Move = z.infer<typeof Move>;

type Present = Pick<Holding, 'person' | 'absence'>;
const canAct = ({ person, absence }: Present): boolean => absence === null && !person.hasLeft;

/** The holder acts; while they are away or nobody holds the post, the deputy does; if that one cannot, nobody does. */
export function actingOf(holder: Present | null, deputy: Present | null): Acting {
  if (holder && canAct(holder)) return { person: holder.person, as: 'holder', because: 'present' };
  const because = holder === null ? 'no-holder' : holder.person.hasLeft ? 'holder-left' : 'holder-absent';
  if (deputy && canAct(deputy)) return { person: deputy.person, as: 'deputy', because };
  return { person: null, as: null, because };
}

/** A holding as a plan of moves sees it; days are comparable as text. */
export type Held = {
  id: string;
  postId: string;
  kind: HoldingKind;
  personId: string;
  fromOn: string;
  untilOn: string | null;
};

/** What a move ends and begins for one post. */
export type Step = { postId: string; kind: HoldingKind; former: Held | null; toPersonId: string | null };

/** Why a move cannot be made. */
export type Obstacle = {
  postId: string;
  kind: HoldingKind;
  obstacle: 'planned-later' | 'deputy-is-holder' | 'twice';
};

/**
 * What changes when these moves take effect on that day. A deputy who becomes the holder stops being the deputy;
 * a move to who holds the post already changes nothing.
 * @param held  all holdings of the posts that do not end before the day
 */
export function planMoves(
  moves: readonly Move[],
  held: readonly Held[],
  effectiveOn: string,
): { steps: Step[]; obstacles: Obstacle[] } {
  const steps: Step[] = [];
  const obstacles: Obstacle[] = [];
  const moveOf = new Map<string, Move>();
  for (const move of [...moves, ...promotedDeputies(moves, held, effectiveOn)]) {
    const place = { postId: move.postId, kind: move.kind };
    const key = `${move.postId} ${move.kind}`;
    if (moveOf.has(key)) obstacles.push({ ...place, obstacle: 'twice' });
    moveOf.set(key, move);

    const there = held.filter(({ postId, kind }) => postId === move.postId && kind === move.kind);
    const former = there.find((one) => holdsOn(one, effectiveOn)) ?? null;
    if (there.some(({ fromOn }) => fromOn > effectiveOn)) obstacles.push({ ...place, obstacle: 'planned-later' });
    else if (former?.personId !== (move.toPersonId ?? undefined))
      steps.push({ ...place, former, toPersonId: move.toPersonId });
  }
  return { steps, obstacles: [...obstacles, ...doubledDeputies(moveOf, held, effectiveOn)] };
}

/** Whether a holding covers the day. */
export const holdsOn = ({ fromOn, untilOn }: Pick<Held, 'fromOn' | 'untilOn'>, day: string): boolean =>
  fromOn <= day && (untilOn === null || untilOn > day);

function promotedDeputies(moves: readonly Move[], held: readonly Held[], day: string): Move[] {
  const named = new Set(moves.filter(({ kind }) => kind === 'deputy').map(({ postId }) => postId));
  return moves
    .filter(({ kind, postId }) => kind === 'holder' && !named.has(postId))
    .filter(({ postId, toPersonId }) =>
      held.some(
        (one) => one.postId === postId && one.kind === 'deputy' && one.personId === toPersonId && holdsOn(one, day),
      ),
    )
    .map(({ postId }) => ({ postId, kind: 'deputy', toPersonId: null }));
}

function doubledDeputies(moveOf: Map<string, Move>, held: readonly Held[], day: string): Obstacle[] {
  const personAt = (postId: string, kind: HoldingKind) => {
    const move = moveOf.get(`${postId} ${kind}`);
    if (move) return move.toPersonId;
    return held.find((one) => one.postId === postId && one.kind === kind && holdsOn(one, day))?.personId ?? null;
  };
  return [...moveOf.values()]
    .filter(({ kind }) => kind === 'deputy')
    .filter(({ postId, toPersonId }) => toPersonId !== null && personAt(postId, 'holder') === toPersonId)
    .map(({ postId }) => ({ postId, kind: 'deputy', obstacle: 'deputy-is-holder' }));
}

/** One post that a person holds, held or will hold. */
export const DeskHolding = z.object({
  id: z.uuid(),
  post: z.object({
    id: z.uuid(),
    name: z.string(),
    duties: z.string(),
    division: z.object({ id: z.uuid(), name: z.string() }),
  }),
  kind: HoldingKind,
  fromOn: Day,
  untilOn: Day.nullable(),
  reason: z.string(),
  when: z.enum(['present', 'planned', 'past']),
  /** What hangs on the post while this person holds it. */
  duties: z.array(Duty),
});
export type DeskHolding = z.infer<typeof DeskHolding>;

/** What hangs on a person. */
export const PersonDesk = z.object({
  person: PersonRef,
  email: z.string(),
  holdings: z.array(DeskHolding),
  absences: z.array(Absence),
});
export type PersonDesk = z.infer<typeof PersonDesk>;

/** A hand-over as it is shown before it is made. */
export const HandOverPreview = z.object({
  steps: z.array(
    z.object({
      post: z.object({ id: z.uuid(), name: z.string(), divisionName: z.string() }),
      kind: HoldingKind,
      from: PersonRef.nullable(),
      to: PersonRef.nullable(),
      /** The new one is away on that day: the deputy will act. */
      toIsAbsent: z.boolean(),
      duties: z.array(Duty),
    }),
  ),
  obstacles: z.array(
    z.object({
      postId: z.uuid(),
      kind: HoldingKind,
      obstacle: z.enum(['planned-later', 'deputy-is-holder', 'twice']),
      postName: z.string(),
    }),
  ),
});
export type HandOverPreview = z.infer<typeof HandOverPreview>;

/** What a maker does first, in this order, up to the first match result. */
export const firstSteps = ['divisions', 'products', 'contents', 'records', 'match'] as const;
export const FirstStep = z.enum(firstSteps);
export type FirstStep = z.infer<typeof FirstStep>;

const companyName = z.string().trim().min(1).max(200);
/** The company whose products these are, as it writes itself in both languages. */
export const Maker = z.object({ nameJa: companyName, nameEn: companyName });
export type Maker = z.infer<typeof Maker>;
