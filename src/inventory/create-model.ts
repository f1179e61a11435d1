import type { Tools } from '#access';
import { newId } from '#platform/ids';
import { changeModels } from './change-models.ts';
import { onlySaid, unsaid } from './facts.ts';
import type { NewModel } from './model.ts';
import { withPartNumbers } from './part-numbers.ts';

/**
 * Makes a model in a line, with its part numbers and end dates as far as they are known.
 * @returns its id
 * @throws Refusal 'not-allowed' for a foreign division; 'conflict' when its name or a part number is taken, or the line is gone
 */
export async function createModel(
  tools: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>,
  { partNumbers, ...facts }: NewModel,
): Promise<{ id: string; revision: number }> {
  const id = newId();
  const after = withPartNumbers(
    { ...unsaid, ...onlySaid(facts) } as Parameters<typeof withPartNumbers>[0],
    partNumbers,
  );
  await tools.db
    .transaction()
    .execute((transaction) =>
      changeModels(transaction, tools, { changeId: newId(), how: 'create', changes: [{ id, standing: null, after }] }),
    );
  return { id, revision: 1 };
}
