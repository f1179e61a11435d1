import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { RowKey } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { Explanation, Exposure } from '../../contract.ts';
import type { Target } from '../decide/DecideDialog.tsx';
import { decidingText } from '../words/deciding.ts';
import { releaseQuery } from './component-query.ts';
import { rowId } from './match-state.ts';

const DecideDialog = lazy(() => import('../decide/index.ts').then((loaded) => ({ default: loaded.DecideDialog })));

type Here = {
  releaseId: string;
  rows: Exposure[] | undefined;
  ticked: readonly string[];
  /** The row whose evidence is open. */
  row: string | null;
  onDone: () => void;
};

/** Deciding on the page of a release: what is ticked, else the row of the keyboard, else what is open beside the list. */
export function useDecideHere({ releaseId, rows = [], ticked, row, onDone }: Here) {
  const words = useText(decidingText);
  const [target, setTarget] = useState<Omit<Target, 'model'> | null>(null);
  const selected = rows.filter((one) => ticked.includes(idOf(one)));
  const places = (of: readonly Pick<Exposure, 'vulnerability' | 'product'>[]): Target['places'] => ({
    by: 'places',
    places: of.map(({ vulnerability, product }) => ({
      release: releaseId,
      vulnerability: vulnerability.name,
      product,
    })),
  });
  const decideRows = (of: readonly Exposure[]) => {
    const [one] = of;
    if (one) setTarget({ places: places(of), what: of.length === 1 ? nameOf(one) : words.selected(of.length) });
  };
  const decideOpen = ({ vulnerability, component, technology, decided }: Explanation) => {
    if (!decided) return;
    const { product } = decided;
    setTarget({
      places: places([{ vulnerability, product }]),
      what: nameOf({ vulnerability, component, technology }),
    });
  };
  const rowKey: RowKey<Exposure> = {
    ...{ keys: 'd', label: words.decide },
    run: (at) => {
      const open = rows.find((one) => idOf(one) === row || one.vulnerability.name === row);
      const [here] = [at ?? open].filter((one) => one !== undefined);
      decideRows(selected.length > 0 ? selected : here ? [here] : []);
    },
  };
  return {
    ...{ selected, rowKey, decideOpen, decideSelected: () => decideRows(selected) },
    decideAll: (filter: object) =>
      setTarget({ places: { by: 'release', release: releaseId, filter }, what: words.matching }),
    dialog: target ? <Window {...{ target, releaseId, onDone }} onClose={() => setTarget(null)} /> : null,
  };
}

const idOf = ({ vulnerability, component }: Exposure) => rowId(vulnerability.name, component);

const nameOf = ({
  vulnerability,
  component,
  technology,
}: Pick<Exposure, 'vulnerability' | 'component' | 'technology'>): string =>
  [vulnerability.name, component?.name ?? technology, component?.version].filter(Boolean).join(' ');

function Window(props: {
  target: Omit<Target, 'model'>;
  releaseId: string;
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const { onClose, onDone } = props;
  const model = useQuery(releaseQuery(props.releaseId)).data?.model ?? null;
  return (
    <Suspense>
      <DecideDialog target={{ ...props.target, model }} {...{ onClose, onDone }} />
    </Suspense>
  );
}
