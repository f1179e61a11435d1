import type { Language, Like } from '#platform/browser/texts';
import type { ModelPage } from '../contract.ts';
import { readMarkets } from '../markets.ts';
import type { Answer, ModelInput } from '../model.ts';
import { readNumbers } from './number-lines.ts';
import type { text } from './text.ts';

/** The choice of a line that does not exist yet. */
export const newLine = 'new';

/** What stands in the form of a model. */
export type Draft = Omit<ModelInput, 'markets' | 'lineId' | keyof Building> & {
  safety: Answer;
  tags: string[];
  lineId: string;
  newLine: string;
  markets: string;
  numbers: string;
  securityEndsOn: string;
};

/** What is said about building it, which has a form of its own. */
export type Building = {
  buildSource: string;
  buildToolchain: string;
  buildKeyPostId: string | null;
  buildPeople: string;
  rebuiltOn: string | null;
};

/** What is wrong, by the name of the field. */
export type Faults = Partial<Record<'line' | 'new-line' | 'name' | 'markets' | 'numbers', string>>;

/**
 * The form as it opens: with what stands, or empty for a new model.
 * @param ownDivisions  where alone the person may write; null: everywhere
 */
export function draftOf(model: ModelPage | null, language: Language, ownDivisions: string[] | null = null): Draft {
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return {
    lineId: model?.line.id ?? '',
    newLine: '',
    name: model?.name ?? '',
    kind: model?.kind ?? 'device',
    ownerPostId: model?.owner?.id ?? null,
    divisionId: model ? (model.division?.id ?? null) : (ownDivisions?.[0] ?? null),
    markets: (model?.markets ?? []).map((code) => countries.of(code) ?? code).join(language === 'ja' ? '、' : ', '),
    updateHow: model?.updateHow ?? 'unknown',
    updateAutomatic: model?.updateAutomatic ?? 'unknown',
    updateSigned: model?.updateSigned ?? 'unknown',
    updateRollback: model?.updateRollback ?? 'unknown',
    successorId: model?.successor?.id ?? null,
    note: model?.note ?? '',
    safety: model?.safety ?? 'unknown',
    tags: model?.tags ?? [],
    numbers: '',
    securityEndsOn: '',
  };
}

/** What is said of the model as it stands, in the shape of the API; how it is built stays out of it. */
export function saidOf(model: ModelPage): ModelInput {
  return {
    lineId: model.line.id,
    name: model.name,
    kind: model.kind,
    ownerPostId: model.owner?.id ?? null,
    divisionId: model.division?.id ?? null,
    markets: model.markets,
    updateHow: model.updateHow,
    updateAutomatic: model.updateAutomatic,
    updateSigned: model.updateSigned,
    updateRollback: model.updateRollback,
    successorId: model.successor?.id ?? null,
    note: model.note,
  };
}

/** What is said about building it. */
export function buildingOf({
  buildSource,
  buildToolchain,
  buildKeyKeeper,
  buildPeople,
  rebuiltOn,
}: ModelPage): Building {
  return { buildSource, buildToolchain, buildKeyPostId: buildKeyKeeper?.id ?? null, buildPeople, rebuiltOn };
}

/** What the form says about the model, in the shape of the API. */
export function inputOf({ newLine: _, numbers: __, securityEndsOn: ___, ...draft }: Draft, lineId: string): ModelInput {
  return { ...draft, lineId, markets: readMarkets(draft.markets).codes };
}

/** What is missing or cannot be read, in words that say how to write it. */
export function faultsOf(draft: Draft, words: Like<(typeof text.en)['form']>): Faults {
  const { unknown } = readMarkets(draft.markets);
  const { twice } = readNumbers(draft.numbers);
  return {
    ...(draft.lineId === '' ? { line: words.needed.line } : {}),
    ...(draft.lineId === newLine && draft.newLine.trim() === '' ? { 'new-line': words.needed.newLine } : {}),
    ...(draft.name.trim() === '' ? { name: words.needed.name } : {}),
    ...(unknown === null ? {} : { markets: words.market(unknown) }),
    ...(twice === null ? {} : { numbers: words.twice(twice) }),
  };
}
