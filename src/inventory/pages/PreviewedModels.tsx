import type { ReactNode } from 'react';
import { Label } from '#kit/Chip';
import { Panel } from '#kit/Panel';
import { type Column, Lines, None } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import type { Preview, PreviewedModel } from '../preview.ts';
import { text as inventoryText } from '../text.ts';
import { text } from './import-text.ts';
import { InSteps, PreviewedImport } from './PreviewedImport.tsx';
import classes from './products.module.css';
import { countryNames, dayWords } from './support-words.ts';

/** What a file of products would do, model by model. */
export function PreviewedModels(props: {
  preview: Preview;
  canApply: boolean;
  apply: { busy: boolean; run: () => void };
}): ReactNode {
  const words = useText(text).import;
  const { wrong, columns } = useText(inventoryText);
  const { counts, models } = props.preview;
  const count = counts.created + counts.changed;
  const answer = `${words.result(counts.created, counts.changed, counts.unchanged)}${counts.lines > 0 ? words.andLines(counts.lines) : ''}`;
  return (
    <PreviewedImport
      preview={props.preview}
      answer={count === 0 ? words.same : answer}
      columnName={({ key }: Preview['errors'][number]) => columns[key]}
      instead={({ rule, details }) => wrong[rule](details)}
      problemWords={() => undefined}
      apply={props.canApply ? { label: words.apply(count), ...props.apply } : null}
    >
      {count > 0 ? <Changes models={models} /> : null}
    </PreviewedImport>
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
