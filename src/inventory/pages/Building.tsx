import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { FactList } from '#kit/Facts';
import { useActions } from '#kit/Keys';
import { Panel } from '#kit/Panel';
import { useLanguage, useText } from '#platform/browser/language';
import type { Language, Like } from '#platform/browser/texts';
import type { ModelPage } from '../contract.ts';
import { judgeRebuilding, keeping } from '../rebuilding.ts';
import { BuildingForm } from './BuildingForm.tsx';
import { text as buildingText } from './building-text.ts';
import { OwnerCell } from './OwnerCell.tsx';
import classes from './products.module.css';
import { dayWords, monthWords } from './support-words.ts';
import { text } from './text.ts';

/** いまもビルドできるか: one sentence that answers it, and what it rests on. */
export function Building({ model }: { model: ModelPage }): ReactNode {
  const words = useText(buildingText).building;
  const { unknown } = useText(text).model;
  const { language } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const mayChange = model.mayChange && !model.removed;
  const keeper = model.buildKeyKeeper;
  useActions(mayChange ? [{ label: words.title, reading: 'びるど', keys: 'b', run: () => setEditing(true) }] : []);
  return (
    <Panel
      title={words.title}
      padded
      action={
        mayChange ? (
          <Button
            size="small"
            weight="quiet"
            icon="edit"
            aria-label={`${words.title}：${words.change}`}
            onClick={() => setEditing(true)}
          >
            {words.change}
          </Button>
        ) : null
      }
    >
      <Judgement model={model} words={words} language={language} />
      <FactList
        facts={[
          [words.source, model.buildSource || unknown],
          [words.toolchain, model.buildToolchain || unknown],
          [
            words.key,
            keeper ? (
              <span key="keeper">
                {keeper.division} {keeper.name} <OwnerCell owner={keeper} />
              </span>
            ) : (
              unknown
            ),
          ],
          [words.people, model.buildPeople || unknown],
          [
            words.rebuiltOn,
            model.rebuiltOn ? (
              <time key="built" dateTime={model.rebuiltOn}>
                {dayWords(model.rebuiltOn, language)}
              </time>
            ) : (
              unknown
            ),
          ],
        ]}
      />
      <BuildingForm model={model} opened={isEditing} onClose={() => setEditing(false)} />
    </Panel>
  );
}

function Judgement(props: {
  model: ModelPage;
  words: Like<(typeof buildingText.en)['building']>;
  language: Language;
}): ReactNode {
  const { model, words, language } = props;
  const { can, last, years, gaps } = judgeRebuilding(
    { ...model, keyKeeper: keeping(model.buildKeyKeeper) },
    model.today,
  );
  const month = model.rebuiltOn ? monthWords(model.rebuiltOn, language) : '';
  if (can) return <p className={classes.judgement}>{words.can(month)}</p>;
  const unnamed = gaps.flatMap((gap) => (gap === 'key-holder' ? [] : [words.gap[gap]]));
  const isOverdue = last !== 'recent';
  return (
    <p className={classes.judgement}>
      <span className={isOverdue ? classes.alert : undefined}>
        {{ recent: words.recent(month), old: words.old(month, years), unknown: words.unknown }[last]}
      </span>
      {unnamed.length > 0 ? words.gaps(unnamed.join(language === 'ja' ? '、' : ', ')) : ''}
      {gaps.includes('key-holder') ? words.keyHolder : ''}
    </p>
  );
}
