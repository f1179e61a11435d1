import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip, Label } from '#kit/Chip';
import { Id } from '#kit/Id';
import { type Column, Lines } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { ReleaseComponent } from '../../contract/release-components.ts';
import { text } from './components-text.ts';
import classes from './release.module.css';

/** The columns of a release's components; beside an open panel only what tells one from another. */
export function useComponentColumns(room: 'wide' | 'beside'): Column<ReleaseComponent>[] {
  const words = useText(text);
  const { language } = useLanguage();
  const comma = language === 'ja' ? '、' : ', ';
  const columns: (Column<ReleaseComponent> & { room?: 'wide' })[] = [
    { key: 'name', title: words.name, sortable: true, phone: 'title', cell: (row) => <Name row={row} /> },
    {
      key: 'version',
      title: words.version,
      sortable: true,
      cell: ({ version }) => (version === null ? words.noVersion : <Id>{version}</Id>),
    },
    {
      key: 'licence',
      title: words.licence,
      cell: ({ licences }) => (licences.length > 0 ? licences.join(comma) : words.unknownLicence),
    },
    {
      key: 'supplier',
      title: words.supplier,
      sortable: true,
      room: 'wide',
      cell: ({ supplier }) => supplier ?? words.unknownLicence,
    },
    { key: 'origin', title: words.origin, cell: (row) => <Origin row={row} /> },
  ];
  return columns.filter((column) => room === 'wide' || column.room !== 'wide');
}

function Name({ row }: { row: ReleaseComponent }): ReactNode {
  const words = useText(text);
  return (
    <Lines
      main={
        <span className={classes.component}>
          <Link to="." search={((before: object) => ({ ...before, row: String(row.id) })) as never}>
            {row.name}
          </Link>
          {row.purpose === 'shipped' ? null : <Label>{words.purposes[row.purpose]}</Label>}
          {row.isCorrected ? <Label>{words.corrected}</Label> : null}
        </span>
      }
      sub={
        row.isIdentified ? (
          <span className={classes.identity}>{row.purl ?? row.cpes[0]}</span>
        ) : (
          <Chip tone="alert" icon="warning">
            {words.noIdentity}
          </Chip>
        )
      }
    />
  );
}

/** From its own bill of materials, from a module by name, or entered by a person. */
function Origin({ row }: { row: ReleaseComponent }): ReactNode {
  const words = useText(text);
  const { origins } = words;
  const modules = row.modules.map(({ id, model, version }) => (
    <span key={id}>
      {model.name} {version}
    </span>
  ));
  return (
    <Lines
      main={
        <span className={classes.origin}>
          {row.isOwn ? origins.own : row.handPartId ? origins.hand : origins.module}
        </span>
      }
      sub={modules.length > 0 ? <span className={classes.pair}>{modules}</span> : null}
    />
  );
}
