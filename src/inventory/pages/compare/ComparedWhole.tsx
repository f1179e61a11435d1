import type { ReactNode } from 'react';
import { FactList } from '#kit/Facts';
import { Panel } from '#kit/Panel';
import { useLanguage, useText } from '#platform/browser/language';
import type { ComparisonSummary } from '../../contract/exports.ts';
import classes from '../release/release.module.css';
import { text } from './compare-text.ts';

/** What differs in the releases as a whole: licences and technologies that came in or are gone. */
export function ComparedWhole({ summary }: { summary: ComparisonSummary }): ReactNode {
  const words = useText(text);
  const { licences, tags } = summary;
  return (
    <>
      <Differing title={words.licences} {...licences} />
      <Differing title={words.tags} {...tags} />
    </>
  );
}

function Differing(props: { title: string; added: string[]; removed: string[] }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const comma = language === 'ja' ? '、' : ', ';
  const { added, removed } = props;
  if (added.length + removed.length === 0) return null;
  return (
    <div className={classes.whole}>
      <Panel title={props.title} padded>
        <FactList
          facts={[
            added.length > 0 ? [words.plus, added.join(comma)] : null,
            removed.length > 0 ? [words.minus, removed.join(comma)] : null,
          ]}
        />
      </Panel>
    </div>
  );
}
