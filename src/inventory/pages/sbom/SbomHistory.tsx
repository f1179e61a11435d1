import type { ReactNode } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { State } from '#kit/Chip';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ReleasePage } from '../../contract/releases.ts';
import type { KeptSbom, ReleaseSbom } from '../../contract/sbom-shapes.ts';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { releases } from '../release/queries.ts';
import { useChanged } from '../use-changed.ts';
import { useWho } from '../use-who.ts';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';
import { formatWords } from './sbom-words.ts';

/** The bills of materials that a release has had, newest first, each with its original bytes. */
export function SbomHistory(props: { release: ReleasePage; sbom: ReleaseSbom; mayChange: boolean }): ReactNode {
  const { sbom, mayChange } = props;
  const words = useText(text).history;
  const who = useWho();
  const { remove, restore } = useRemoval(sbom.earlier.some(({ removedAt }) => removedAt === null));
  const rows: KeptSbom[] = [...(sbom.present ? [sbom.present] : []), ...sbom.earlier];
  if (rows.length === 0) return null;
  const columns: Column<KeptSbom>[] = [
    {
      key: 'file',
      title: words.file,
      phone: 'title',
      cell: ({ fileName, sha256 }) => (
        <Lines
          main={fileName}
          sub={
            <span className={classes.place} title={words.sha256}>
              {sha256.slice(0, 16)}…
            </span>
          }
        />
      ),
    },
    { key: 'format', title: words.format, cell: (kept) => formatWords(kept) },
    { key: 'parts', title: words.parts, number: true, cell: ({ parts }) => countText(parts) },
    { key: 'quality', title: words.quality, number: true, cell: ({ quality }) => quality ?? <None /> },
    {
      key: 'accepted',
      title: words.accepted,
      cell: ({ acceptedAt, by }) => <Lines main={<Time at={acceptedAt} />} sub={who(by)} />,
    },
    {
      key: 'state',
      title: words.state,
      phone: 'corner',
      cell: (kept) => (
        <State filled={kept.id === sbom.present?.id}>
          {kept.removedAt ? words.removed : kept.id === sbom.present?.id ? words.present : words.earlier}
        </State>
      ),
    },
    {
      key: 'act',
      title: words.original,
      cell: (kept) => (
        <span className={classes.line}>
          <ButtonAnchor
            size="small"
            weight="quiet"
            icon="download"
            href={`/api/sboms/${kept.id}/file`}
            download
            aria-label={words.originalOf(kept.fileName)}
          />
          {mayChange && kept.id === sbom.present?.id ? (
            <Button
              size="small"
              weight="quiet"
              icon="close"
              aria-label={words.removeOf(kept.fileName)}
              onClick={() => remove(kept)}
            >
              {words.remove}
            </Button>
          ) : null}
          {mayChange && kept.removedAt ? (
            <Button
              size="small"
              weight="quiet"
              icon="undo"
              aria-label={words.restoreOf(kept.fileName)}
              onClick={() => restore(kept)}
            >
              {words.restore}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <Panel title={words.title}>
      <Table
        label={words.title}
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ fileName }) => fileName}
        empty={null}
      />
    </Panel>
  );
}

function useRemoval(hasEarlier: boolean) {
  const words = useText(text).history;
  const { refusals } = useText(refusalText);
  const toast = useToast();
  const changed = useChanged();
  const act = (done: Promise<unknown>, said: string, undo?: () => void) =>
    done.then(
      async () => {
        await changed();
        toast(said, undo ? { undo } : {});
      },
      (thrown) => toast(refusalWords(thrown, refusals)),
    );
  const restore = ({ id, fileName }: KeptSbom) => act(releases.restoreSbom({ id }), words.restored(fileName));
  const remove = (kept: KeptSbom) =>
    act(
      releases.removeSbom({ id: kept.id }),
      hasEarlier ? words.backTo(kept.fileName) : words.removedToast(kept.fileName),
      () => restore(kept),
    );
  return { remove, restore };
}
