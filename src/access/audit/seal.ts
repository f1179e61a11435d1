import { canonicalJson } from './canonical.ts';
import { merkleRoot, sha256 } from './merkle.ts';
import { isSignedBy, type SigningKey } from './signing-key.ts';

/** A signed root over the rows of one batch. Numbers have no gap; each seal names the hash of the one before. */
export type Seal = {
  number: number;
  /** Every row up to this number is in this seal or an earlier one. */
  upto: number;
  ids: number[];
  /** 32 bytes per row, so that a changed row can be named and not only its batch. */
  leaves: Buffer;
  root: Buffer;
  previous: Buffer;
  sealedAt: Temporal.Instant;
  publicKey: Buffer;
  signature: Buffer;
};

/** What comes before the first seal. */
export const beginning = Buffer.alloc(32);
export const leafBytes = 32;

type Batch = { previous: Seal | undefined; upto: number; ids: number[]; leaves: Buffer[]; sealedAt: Temporal.Instant };

export function makeSeal({ previous, upto, ids, leaves, sealedAt }: Batch, key: SigningKey): Seal {
  const unsigned = {
    number: (previous?.number ?? 0) + 1,
    upto,
    ids,
    leaves: Buffer.concat(leaves),
    root: merkleRoot(leaves),
    previous: previous ? hashOfSeal(previous) : beginning,
    sealedAt,
    publicKey: key.publicKey,
  };
  return { ...unsigned, signature: key.sign(statementOf(unsigned)) };
}

/** The hash by which the next seal names this one; it covers all that is signed, and so all seals before. */
export const hashOfSeal = (seal: Unsigned): Buffer => sha256(statementOf(seal));

type Unsigned = Omit<Seal, 'signature'>;

// The leaves are not repeated: the root stands for them.
function statementOf(seal: Unsigned): Buffer {
  const statement = {
    is: 'mamori audit seal 1',
    number: seal.number,
    upto: seal.upto,
    ids: sha256(Buffer.from(canonicalJson(seal.ids))).toString('hex'),
    rows: seal.ids.length,
    root: seal.root.toString('hex'),
    previous: seal.previous.toString('hex'),
    sealedAt: seal.sealedAt.toString(),
    publicKey: seal.publicKey.toString('hex'),
  };
  return Buffer.from(canonicalJson(statement));
}

export type SealFault = 'seal-missing' | 'seal-changed' | 'seal-signature' | 'seal-key';

/**
 * What is wrong with a seal by itself and after the one before it, or null.
 * @param trusted  public keys in hex: the house's own, and those of houses that it was restored from
 */
export function faultOfSeal(seal: Seal, previous: Seal | undefined, trusted: ReadonlySet<string>): SealFault | null {
  if (seal.number !== (previous?.number ?? 0) + 1) return 'seal-missing';
  if (!trusted.has(seal.publicKey.toString('hex'))) return 'seal-key';
  if (!merkleRoot(leavesOf(seal)).equals(seal.root)) return 'seal-changed';
  if (!isSignedBy(seal.publicKey, statementOf(seal), seal.signature)) return 'seal-signature';
  // The statement is signed, so a wrong link can only come from a seal before it that was exchanged whole.
  if (!seal.previous.equals(previous ? hashOfSeal(previous) : beginning)) return 'seal-missing';
  return null;
}

export function leavesOf({ leaves }: Pick<Seal, 'leaves'>): Buffer[] {
  return Array.from({ length: leaves.length / leafBytes }, (_, index) =>
    leaves.subarray(index * leafBytes, (index + 1) * leafBytes),
  );
}
