import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Label } from '#kit/Chip';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { ImportError, Preview, PreviewedModel } from '../preview.ts';
import { text as inventoryText } from '../text.ts';
import classes from './products.module.css';
import { countryNames, dayWords } from './support-words.ts';
import { text } from './text.ts';

const perStep = 30;

/** What a file would do: first what is wrong with it, row by row, else what would change, model by model. */
export function PreviewedImport(props: {
  preview: Preview;
  canApply: boolean;
  busy: boolean;
  onApply: () => void;
}): ReactNode {
  const words = useText(text).import;
  const { preview } = props;
  const { counts } = preview;
  const models = counts.created + counts.changed;
  const answer =
    counts.errors > 0
      ? words.wrong(counts.errors)
      : models === 0
        ? words.same
        : `${words.result(counts.created, counts.changed, counts.unchanged)}${counts.lines > 0 ? words.andLines(counts.lines) : ''}`;
  return (
    <>
      <Panel padded>
        <p role="status">
          <b>{answer}</b>
        </p>
        <NotRead preview={preview} />
        {props.canApply ? (
          <p className={classes.apply}>
            <Button weight="main" icon="check" busy={props.busy} onClick={props.onApply}>
              {words.apply(models)}
            </Button>
          </p>
        ) : null}
      </Panel>
      {preview.problems.length > 0 ? <Problems preview={preview} /> : null}
      {preview.errors.length > 0 ? <Errors preview={preview} /> : null}
      {models > 0 && counts.errors === 0 ? <Changes models={preview.models} /> : null}
    </>
  );
}

function NotRead({ preview }: { preview: Preview }): ReactNode {
  const words = useText(text).import;
  const unknown = preview.columns.filter(({ key }) => key === null);
  return (
    <>
      {unknown.length > 0 ? (
        <p className={classes.foot}>{words.unknown(unknown.map(({ name }) => name).join(' / '))}</p>
      ) : null}
      {preview.otherSheets.length > 0 ? (
        <p className={classes.foot}>{words.sheets(preview.otherSheets.join(' / '))}</p>
      ) : null}
    </>
  );
}

function Problems({ preview }: { preview: Preview }): ReactNode {
  const words = useText(text).import;
  const known: Record<string, string> = words.fileProblems;
  return (
    <Panel title={words.problems} padded>
      <ul className={classes.history}>
        {preview.problems.slice(0, perStep).map(({ path, rule, message }) => (
          <li key={`${path} ${rule}`}>
            {known[rule] ?? message}
            {path === 'file' ? null : <div className={classes.quiet}>{path}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Errors({ preview: { errors, counts } }: { preview: Preview }): ReactNode {
  const words = useText(text).import;
  const { wrong, columns: names } = useText(inventoryText);
  const columns: Column<ImportError>[] = [
    { key: 'row', title: words.row, number: true, cell: ({ line }) => line },
    { key: 'column', title: words.column, phone: 'title', cell: ({ column, key }) => column ?? names[key] },
    {
      key: 'value',
      title: words.value,
      cell: ({ value }) => value || <span className={classes.quiet}>{words.empty}</span>,
    },
    { key: 'instead', title: words.instead, cell: ({ rule, details }) => wrong[rule](details) },
  ];
  return (
    <Panel title={words.errors}>
      <InSteps
        label={words.errors}
        columns={columns}
        rows={errors}
        idOf={(error) => `${error.line} ${error.key} ${error.rule}`}
      />
      {errors.length < counts.errors ? (
        <p className={classes.foot}>{words.firstErrors(errors.length, counts.errors)}</p>
      ) : null}
    </Panel>
  );
}

function Changes({ models }: { models: PreviewedModel[] }): ReactNode {
  const words = useText(text).import;
  const columns: Column<PreviewedModel>[] = [
    {
      key: 'model',
      title: words.model,
      phone: 'title',
      cell: ({ name, lineName }) => <Lines main={<b>{name}</b>} sub={lineName} />,
    },
    {
      key: 'what',
      title: words.what,
      phone: 'corner',
      cell: ({ what }) => <Label>{what === 'create' ? words.create : words.change}</Label>,
    },
    { key: 'difference', title: words.difference, cell: (model) => <Difference model={model} /> },
    { key: 'rows', title: words.rows, number: true, phone: 'hidden', cell: ({ rows }) => rowsText(rows) || <None /> },
  ];
  return (
    <Panel title={words.changes}>
      <InSteps label={words.changes} columns={columns} rows={models} idOf={({ modelId }) => modelId} />
    </Panel>
  );
}

/** 2–5, 9 */
function rowsText(rows: number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function Difference({ model }: { model: PreviewedModel }): ReactNode {
  const words = useText(text).import;
  const { columns } = useText(inventoryText);
  const say = useFactWords();
  const list = (numbers: string[]) => numbers.join(', ');
  return (
    <ul className={classes.changes}>
      {model.facts
        .filter(({ key }) => model.what === 'change' || key !== 'line')
        .map(({ key, before, after }) => (
          <li key={key}>
            {model.what === 'change'
              ? words.changed(columns[key], say(key, before) || words.none, say(key, after) || words.none)
              : words.set(columns[key], say(key, after) || words.none)}
          </li>
        ))}
      {model.numbersAdded.length > 0 ? <li>{words.added(list(model.numbersAdded))}</li> : null}
      {model.numbersTakenAway.length > 0 ? <li>{words.taken(list(model.numbersTakenAway))}</li> : null}
      {model.numbersNoted.length > 0 ? <li>{words.noted(list(model.numbersNoted))}</li> : null}
    </ul>
  );
}

/** Codes of facts in the words of the page; names are given as they are. */
function useFactWords() {
  const { kinds, updateHows, answers, safeties } = useText(inventoryText);
  const { language } = useLanguage();
  const words: Record<string, Record<string, string>> = {
    kind: kinds,
    updateHow: updateHows,
    updateAutomatic: answers,
    updateSigned: answers,
    updateRollback: answers,
    safety: safeties,
  };
  return (key: string, value: string) => {
    if (value === '') return '';
    if (key === 'markets') return countryNames(value.split(', '), language);
    return key.endsWith('On') ? dayWords(value, language) : (words[key]?.[value] ?? value);
  };
}

function InSteps<Row>(props: {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
}): ReactNode {
  const [shown, setShown] = useState(perStep);
  const { rows } = props;
  return (
    <Table
      {...props}
      rows={rows.slice(0, shown)}
      nameOf={props.idOf}
      more={{
        total: rows.length,
        load: rows.length > shown ? () => setShown(shown + perStep) : null,
        loading: false,
      }}
      empty={null}
    />
  );
}
