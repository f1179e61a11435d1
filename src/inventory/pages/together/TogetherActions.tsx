import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { Menu } from '#kit/Menu';
import { useLanguage, useText } from '#platform/browser/language';
import type { Fact } from './TogetherDialog.tsx';
import { text } from './together-text.ts';

const TogetherDialog = lazy(() =>
  import('./TogetherDialog.tsx').then((loaded) => ({ default: loaded.TogetherDialog })),
);

// An address longer than this is refused on its way by many a proxy.
const mostInAddress = 200;

/** What can be done with the models that are ticked. */
export function TogetherActions(props: { ids: string[]; onDone: () => void }): ReactNode {
  const words = useText(text);
  const [fact, setFact] = useState<Fact | null>(null);
  return (
    <>
      <Menu
        label={words.change}
        align="start"
        items={(['division', 'owner', 'tags', 'safety', 'support'] as const).map((one) => ({
          label: words.titles[one],
          run: () => setFact(one),
        }))}
        button={(button) => (
          <Button {...button} size="small" weight="main">
            {words.change}
          </Button>
        )}
      />
      <Export ids={props.ids} />
      {fact ? (
        <Suspense>
          <TogetherDialog fact={fact} ids={props.ids} onClose={() => setFact(null)} onDone={props.onDone} />
        </Suspense>
      ) : null}
    </>
  );
}

function Export({ ids }: { ids: string[] }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const isMany = ids.length > mostInAddress;
  const file = (format: string) =>
    `/api/products/export?${new URLSearchParams({ model: ids.join(','), format, language })}`;
  return (
    <Menu
      label={words.export}
      align="start"
      note={isMany ? words.tooManyToExport : words.exportNote}
      items={
        isMany
          ? []
          : [
              { label: 'Excel (XLSX)', icon: 'file', file: file('xlsx') },
              { label: 'CSV (UTF-8)', icon: 'file', file: file('csv') },
              { label: 'CSV (CP932)', icon: 'file', file: file('csv-cp932') },
            ]
      }
      button={(button) => (
        <Button {...button} size="small">
          {words.export}
        </Button>
      )}
    />
  );
}
