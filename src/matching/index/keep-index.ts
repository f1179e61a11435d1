import { changed, type Layers, layersOf, type RecordChange } from './layers.ts';
import type { MatchIndex } from './match-index.ts';

/** The index that is asked at present. What it was before stays whole for whoever still reads it. */
export type IndexKeeper = {
  current: () => Layers;
  change: (changes: readonly RecordChange[]) => Layers;
  /**
   * Puts an index in place that was made of the layers of an epoch (compacted, or built anew): what has changed since
   * then is brought into it, so nothing that came meanwhile is lost.
   * @returns null when it was made of an epoch that has been replaced itself
   */
  replace: (index: MatchIndex, madeOf: number) => Layers | null;
};

export function keepIndex(index: MatchIndex): IndexKeeper {
  let current = layersOf(index);
  let since: { epoch: number; changes: readonly RecordChange[] }[] = [];
  let oldest = current.epoch;
  return {
    current: () => current,
    change: (changes) => {
      current = changed(current, changes);
      since.push({ epoch: current.epoch, changes });
      return current;
    },
    replace: (made, madeOf) => {
      if (madeOf < oldest || madeOf > current.epoch) return null;
      since = since.filter(({ epoch }) => epoch > madeOf);
      oldest = current.epoch + 1;
      const caughtUp = since.reduce((layers, { changes }) => changed(layers, changes), layersOf(made, madeOf));
      current = { ...caughtUp, epoch: oldest };
      return current;
    },
  };
}
