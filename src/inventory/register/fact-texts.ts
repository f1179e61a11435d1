import { nameOfRelease } from './names.ts';
import type { References } from './store/references.ts';

/** What changed, fact by fact, ids in names; codes stay codes, pages have words for them. */
export function factTexts(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  references: References,
): { fact: string; before: string; after: string }[] {
  return Object.keys(after)
    .map((fact) => ({
      fact,
      before: factText(fact, before[fact], references),
      after: factText(fact, after[fact], references),
    }))
    .filter((one) => one.before !== one.after);
}

function factText(fact: string, value: unknown, references: References): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.join(', ');
  const text = String(value);
  return nameOf[fact]?.(text, references) ?? text;
}

const modelName = (id: string, { models }: References) => models.get(id)?.name;
const nameOf: Record<string, (id: string, references: References) => string | undefined> = {
  modelId: modelName,
  onModelId: modelName,
  releaseId: nameOfRelease,
  partId: nameOfRelease,
  hardwareId: (id, { hardware }) => hardware.get(id)?.name,
  partnerId: (id, { partners }) => partners.get(id)?.name,
};
