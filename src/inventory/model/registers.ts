import { z } from 'zod';
import { foldId } from '#platform/browser/fold';
import {
  betweenTags,
  Day,
  line,
  Markets,
  Note,
  PartNumberText,
  ProductName,
  slugOf,
  TagName,
  Tags,
  Version,
} from '../model.ts';
import { Region } from './regions.ts';

/** What stands below or beside the models, each kept, imported, exported and undone in the same way. */
export const registerNames = [
  'hardware',
  'releases',
  'parts',
  'dependencies',
  'partners',
  'sold-as',
  'shipments',
  'tags',
] as const;
export const RegisterName = z.enum(registerNames);
export type RegisterName = z.infer<typeof RegisterName>;

export const releaseStates = ['in-development', 'shipped', 'shipment-stopped', 'supported', 'ended'] as const;
export const ReleaseState = z.enum(releaseStates);
export type ReleaseState = z.infer<typeof ReleaseState>;
/** A customer may hold such a release: it left the house and has not ended. */
export const fieldStates = ['shipped', 'shipment-stopped', 'supported'] as const satisfies ReleaseState[];

/** 64 hexadecimal digits, small letters. */
export const Sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'is no SHA-256');
/** A month as 2026-11. */
export const Month = z.string().regex(/^(?!0000)\d{4}-(0[1-9]|1[0-2])$/, 'is no month');

/** A hardware revision of a model. */
export const HardwareFacts = z.object({
  modelId: z.uuid(),
  name: ProductName,
  soc: line(200).default(''),
  board: line(200).default(''),
  note: Note.default(''),
});
export type HardwareFacts = z.infer<typeof HardwareFacts>;

/** A release of a model, for one of its hardware revisions or for any. */
export const ReleaseFacts = z.object({
  modelId: z.uuid(),
  hardwareId: z.uuid().nullable().default(null),
  version: Version,
  state: ReleaseState,
  /** Planned, while in development. */
  releasedOn: Day.nullable().default(null),
  endedOn: Day.nullable().default(null),
  firmwareName: line(300).default(''),
  firmwareSha256: Sha256.nullable().default(null),
  /** Beside those of the model. */
  tags: Tags.default([]),
  note: Note.default(''),
});
export type ReleaseFacts = z.infer<typeof ReleaseFacts>;

/** A release contains a release of a module. */
export const PartFacts = z.object({ releaseId: z.uuid(), partId: z.uuid(), note: Note.default('') });
export type PartFacts = z.infer<typeof PartFacts>;

/** A model needs another one to work: a camera its cloud service. */
export const DependencyFacts = z.object({ modelId: z.uuid(), onModelId: z.uuid(), note: Note.default('') });
export type DependencyFacts = z.infer<typeof DependencyFacts>;

/** A company that sells our models under its name, or whose models we sell. */
export const PartnerFacts = z.object({
  name: ProductName,
  /** The department or post that answers, not a person. */
  contactPost: line(200).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  phone: line(50).default(''),
  note: Note.default(''),
});
export type PartnerFacts = z.infer<typeof PartnerFacts>;

export const directions = ['ours-under-theirs', 'theirs-under-ours'] as const;
export const Direction = z.enum(directions);
export type Direction = z.infer<typeof Direction>;

/** Part numbers of a partner, each once however it is written, sorted; files write several into one cell. */
export const PartnerNumbers = z
  .array(PartNumberText.refine((number) => !betweenTags.test(number), 'holds a comma'))
  .max(200)
  .transform((numbers) =>
    [...new Map(numbers.map((number) => [foldId(number), number]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(last),
  );
const last = <T>(pair: readonly [unknown, T]): T => pair[1];

/** Our model under the name of a partner (OEM), or a partner's model under ours (ODM). */
export const SoldAsFacts = z.object({
  modelId: z.uuid(),
  partnerId: z.uuid(),
  direction: Direction,
  /** What the partner calls it. */
  name: ProductName,
  partNumbers: PartnerNumbers.default([]),
  markets: Markets.default([]),
  sinceOn: Day.nullable().default(null),
  untilOn: Day.nullable().default(null),
  note: Note.default(''),
});
export type SoldAsFacts = z.infer<typeof SoldAsFacts>;

export const mostUnits = 2_000_000_000;
/** Units of a release that left the house in a month for a region. */
export const ShipmentFacts = z.object({
  releaseId: z.uuid(),
  month: Month,
  region: Region,
  units: z.int().min(0).max(mostUnits),
});
export type ShipmentFacts = z.infer<typeof ShipmentFacts>;

/** A technology that products speak; models and releases carry it by its name. */
export const TagFacts = z.object({ name: TagName, note: Note.default('') });
export type TagFacts = z.infer<typeof TagFacts>;

/** The address of a release below that of its model. */
export function releaseSlugOf(version: string, hardwareName: string | null): string {
  return hardwareName === null ? slugOf(version) : `${slugOf(version)}@${slugOf(hardwareName)}`;
}

/** What is said about an entry of each register. */
export const factsOf = {
  hardware: HardwareFacts,
  releases: ReleaseFacts,
  parts: PartFacts,
  dependencies: DependencyFacts,
  partners: PartnerFacts,
  'sold-as': SoldAsFacts,
  shipments: ShipmentFacts,
  tags: TagFacts,
} as const satisfies Record<RegisterName, z.ZodObject>;
