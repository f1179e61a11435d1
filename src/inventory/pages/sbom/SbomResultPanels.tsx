import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { FactList } from '#kit/Facts';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { purposes } from '../../contract/release-components.ts';
import type { SbomResult } from '../../contract/sbom-shapes.ts';
import { checkText } from '../../sbom/check-text.ts';
import { ruleWords } from '../../sbom/rule-text.ts';
import { text as componentsText } from '../release/components-text.ts';
import classes from './sbom.module.css';
import { text } from './sbom-text.ts';
import { formatWords, partWords, problemsInOrder } from './sbom-words.ts';

/** What was read of a document: what it says, what nobody can look up, what is missing, what is wrong. */
export function SbomResultPanels(props: { result: SbomResult; components: number }): ReactNode {
  const { result } = props;
  return (
    <>
      <WasRead {...props} />
      <WithoutIdentity result={result} />
      <MissingElements result={result} />
      <Problems result={result} />
    </>
  );
}

function WasRead({ result, components }: { result: SbomResult; components: number }): ReactNode {
  const words = useText(text).result;
  const { purposes: purposeWords } = useText(componentsText);
  const { language } = useLanguage();
  const { head, counts } = result;
  const comma = language === 'ja' ? '、' : ', ';
  const orNot = (said: string[]) => (said.length > 0 ? said.join(comma) : words.notStated);
  const byPurpose = purposes.flatMap((purpose) => {
    const count = counts.byPurpose[purpose] ?? 0;
    return count > 0 ? [`${purposeWords[purpose]} ${countText(count)}`] : [];
  });
  return (
    <Panel title={words.title} padded>
      <FactList
        facts={[
          [
            words.parts,
            <b key="parts">
              {words.counted(countText(counts.parts), countText(counts.distinct), countText(counts.merged))}
            </b>,
          ],
          [words.components, words.componentsWhy(countText(components))],
          byPurpose.length > 1 ? [words.purposes, byPurpose.join(comma)] : null,
          [words.relations, words.related(countText(counts.contains), countText(counts.dependsOn))],
          counts.statements > 0 ? [words.statements, words.kept(countText(counts.statements))] : null,
          head ? [words.format, formatWords(head, words.list)] : null,
          [words.created, head?.createdAt ? <Time key="created" at={head.createdAt} /> : words.notStated],
          [words.authors, orNot(head?.authors ?? [])],
          [words.tools, orNot(head?.tools ?? [])],
        ]}
      />
    </Panel>
  );
}

function WithoutIdentity({ result }: { result: SbomResult }): ReactNode {
  const words = useText(text).result;
  const { count, examples } = result.withoutIdentity;
  const { language } = useLanguage();
  if (count === 0)
    return (
      <Panel title={words.withoutIdentity} padded>
        {words.allIdentified}
      </Panel>
    );
  return (
    <Panel
      title={words.withoutIdentity}
      aside={<span className={classes.count}>{countText(count)}</span>}
      action={
        <Link to="." search={{ tab: 'unidentified' } as never}>
          {words.fixThem}
        </Link>
      }
      padded
    >
      <p>{words.withoutIdentityWhy}</p>
      <p className={classes.quiet}>
        {words.examples}:{' '}
        {examples.map((part) => partWords(part, words.nameless)).join(language === 'ja' ? '、' : ', ')}
      </p>
    </Panel>
  );
}

function MissingElements({ result }: { result: SbomResult }): ReactNode {
  const words = useText(text).result;
  const names = useText(checkText).element;
  const { language } = useLanguage();
  type Missing = SbomResult['missingElements'][number];
  const columns: Column<Missing>[] = [
    { key: 'element', title: words.element, phone: 'title', cell: ({ element }) => <Whole>{names[element]}</Whole> },
    {
      key: 'where',
      title: words.where,
      cell: ({ count, examples }) => (
        <Whole>{examples.length > 0 ? words.inParts(countText(count)) : words.inDocument}</Whole>
      ),
    },
    {
      key: 'examples',
      title: words.examples,
      cell: ({ examples }) =>
        examples.map((part) => partWords(part, words.nameless)).join(language === 'ja' ? '、' : ', '),
    },
  ];
  if (result.missingElements.length === 0)
    return (
      <Panel title={words.missing} padded>
        {words.complete}
      </Panel>
    );
  return (
    <Panel title={words.missing} aside={countText(result.missingElements.length)}>
      <Table
        label={words.missing}
        columns={columns}
        rows={result.missingElements}
        idOf={({ element }) => element}
        nameOf={({ element }) => names[element]}
        empty={null}
      />
    </Panel>
  );
}

/** Words that are not broken over lines. */
function Whole(props: { children: ReactNode }): ReactNode {
  return <span className={classes.whole}>{props.children}</span>;
}

function Problems({ result }: { result: SbomResult }): ReactNode {
  const words = useText(text).result;
  const { language } = useLanguage();
  type Wrong = SbomResult['problems'][number] & { at: number };
  const rows = problemsInOrder(result).map((problem, at) => ({ ...problem, at }));
  const all = result.errors + result.warnings;
  const columns: Column<Wrong>[] = [
    {
      key: 'level',
      title: words.rule,
      phone: 'corner',
      cell: ({ level }) => (
        <Chip tone={level === 'error' ? 'alert' : 'quiet'} icon={level === 'error' ? 'warning' : 'info'}>
          {words.level[level]}
        </Chip>
      ),
    },
    { key: 'message', title: '', phone: 'title', cell: (problem) => ruleWords(problem, language) },
    {
      key: 'place',
      title: words.place,
      cell: ({ place }) => (
        <span className={classes.place} translate="no">
          {place || words.whole}
        </span>
      ),
    },
  ];
  if (all === 0)
    return (
      <Panel title={words.problems} padded>
        {words.noProblems}
      </Panel>
    );
  return (
    <Panel title={words.problems} aside={words.counts(countText(result.errors), countText(result.warnings))}>
      <Table
        label={words.problems}
        columns={columns}
        rows={rows}
        idOf={({ at }) => String(at)}
        nameOf={({ place }) => place}
        empty={null}
      />
      {rows.length < all ? <p className={classes.foot}>{words.shown(countText(rows.length), countText(all))}</p> : null}
    </Panel>
  );
}
