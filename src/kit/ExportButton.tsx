import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

export type ExportFormat = 'csv' | 'csv-cp932' | 'xlsx';

/**
 * 「書き出す」: exactly the rows that match now, as a file.
 * @param href  the address of the file, with the filter and order of the page
 */
export function ExportButton(props: { href: (format: ExportFormat) => string }): ReactNode {
  const words = useText(text).export;
  const kinds: [ExportFormat, string][] = [
    ['csv', words.csv],
    ['csv-cp932', words.cp932],
    ['xlsx', words.xlsx],
  ];
  return (
    <Menu>
      <Menu.Target>
        <Button icon="download">{words.open}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.note}</Menu.Label>
        {kinds.map(([format, label]) => (
          <Menu.Item key={format} component="a" href={props.href(format)} download leftSection={<Icon name="file" />}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
