import { canonicalJson, isWrittenNumber, parseWritten } from './canonical.ts';
import { leafHash, sha256Hex } from './merkle.ts';

/** A row of the trail as it is sealed; the three jsonb columns as PostgreSQL writes them. */
export type SealedRow = {
  id: number;
  ref: string;
  at: Temporal.Instant;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  subjectName: string;
  before: string | null;
  after: string | null;
  origin: string;
  wallId: string | null;
  salt: Uint8Array | null;
  erased: Erased | null;
};

/** What stays of a row from which fields were erased: by name, in hex. */
export type Erased = { hashes: Record<string, string>; salts: Record<string, string> };

/**
 * The leaf of a row: a hash over the salted hashes of its fields, by name. So a field can be erased later and the seal
 * still holds: the row then keeps that field's hash, and the salts of the other fields instead of the row's own salt,
 * from which the erased field could be guessed.
 */
export function leafOf(row: SealedRow): Buffer {
  const fields: Record<string, string> = { ...row.erased?.hashes };
  const saltOf = saltsOf(row);
  for (const [name, value] of fieldsOf(row)) {
    if (!(name in fields)) fields[name] = hashOfField(saltOf(name), value);
    // A value in the place of an erased one was put there afterwards.
    else if (value !== null && value !== '') fields[name] = 'forged';
  }
  return leafHash(canonicalJson({ id: row.id, fields }));
}

/** What has to be kept of a row when these of its fields are erased, so that its leaf stays the same. */
export function erasedOf(row: SealedRow, names: ReadonlySet<string>): Erased {
  const kept: Erased = { hashes: { ...row.erased?.hashes }, salts: {} };
  const saltOf = saltsOf(row);
  for (const [name, value] of fieldsOf(row)) {
    if (name in kept.hashes) continue;
    if (names.has(name)) kept.hashes[name] = hashOfField(saltOf(name), value);
    else kept.salts[name] = saltOf(name) ?? '';
  }
  return kept;
}

function hashOfField(salt: string | null, value: unknown): string {
  // A field that nobody salted cannot have been there when the row was sealed.
  return salt === null ? 'unsalted' : sha256Hex(salt + canonicalJson(value));
}

// The row's salt has a fixed length and a name no control characters, so one derived salt tells nothing of another.
function saltsOf({ salt, erased }: SealedRow): (name: string) => string | null {
  if (salt === null) return (name) => erased?.salts[name] ?? null;
  const own = Buffer.from(salt).toString('hex');
  return (name) => sha256Hex(own + name);
}

/** Every field by itself, and every key of what was before and after, since a person's name may stand in one of them. */
function fieldsOf(row: SealedRow): [string, unknown][] {
  return [
    ['ref', row.ref],
    ['at', row.at.toString()],
    ['actorKind', row.actorKind],
    ['actorId', row.actorId],
    ['actorName', row.actorName],
    ['action', row.action],
    ['subjectKind', row.subjectKind],
    ['subjectId', row.subjectId],
    ['subjectName', row.subjectName],
    ['wallId', row.wallId],
    ...keysOf('before', row.before),
    ...keysOf('after', row.after),
    ...keysOf('origin', row.origin),
  ];
}

function keysOf(name: string, text: string | null): [string, unknown][] {
  const value = text === null ? null : parseWritten(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value) || isWrittenNumber(value))
    return [[name, value]];
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [`${name}.${key}`, one]);
  // The word tells an object apart from null, also an empty one.
  return [[name, 'object'], ...entries];
}
