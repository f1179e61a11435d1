import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { LayoutButton } from './LayoutButton.tsx';
import { Menu } from './Menu.tsx';
import { text } from './text.ts';

export type ExportFormat = 'csv' | 'csv-cp932' | 'xlsx';

/**
 * 「書き出す」: exactly the rows that match now, as a file; beside it how the list is laid out.
 * @param href  the address of the file, with the filter and order of the page
 */
export function ExportButton(props: {
  href: (format: ExportFormat) => string;
  /** The list on the page whose columns and rows can be laid out beside it. */
  list?: string;
}): ReactNode {
  const words = useText(text).export;
  return (
    <>
      {props.list ? <LayoutButton list={props.list} /> : null}
      <Menu
        label={words.open}
        note={words.note}
        items={[
          { label: words.csv, icon: 'file', file: props.href('csv') },
          { label: words.cp932, icon: 'file', file: props.href('csv-cp932') },
          { label: words.xlsx, icon: 'file', file: props.href('xlsx') },
        ]}
        button={(button) => (
          <Button {...button} icon="download">
            {words.open}
          </Button>
        )}
      />
    </>
  );
}
