import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text as intelligenceText } from '#intelligence/text';
import { EvidenceSection } from '#kit/Evidence';
import { useLanguage, useText } from '#platform/browser/language';
import type { Explanation } from '../../contract.ts';
import type { Opinion } from '../../model.ts';
import { rangeText } from '../../range-text.ts';
import { asideOf } from '../../why-aside.ts';
import { MatchChip } from '../MatchChip.tsx';
import classes from '../match.module.css';
import { text } from '../text.ts';
import { ComponentWords, ReleaseWords } from '../touching-columns.tsx';
import { rowId } from './match-state.ts';

/** Who wrote it, where the name of the source does not say so. */
export const byOf = ({ source, by }: Opinion) => (source === 'cve' || source === 'osv' ? by : null);

/** What other records say and why they were not used, and how the same product stands in the releases beside this one. */
export function OtherSources({ by }: { by: Explanation }): ReactNode {
  const words = useText(text).evidence;
  const others = by.evidence?.others ?? [];
  return (
    <EvidenceSection title={words.others}>
      {others.length + by.neighbours.length === 0 ? <p className={classes.sub}>{words.noOthers}</p> : null}
      {others.map((opinion, place) => (
        <Other key={`${opinion.source} ${opinion.externalId} ${opinion.path}`} {...{ by, opinion, place }} />
      ))}
      {by.neighbours.map((neighbour) => (
        <Neighbour key={neighbour.release.id} name={by.vulnerability.name} neighbour={neighbour} />
      ))}
    </EvidenceSection>
  );
}

function Other({ by, opinion, place }: { by: Explanation; opinion: Opinion; place: number }): ReactNode {
  const words = useText(text).evidence;
  const { sources } = useText(intelligenceText);
  const { language } = useLanguage();
  const aside = by.evidence ? asideOf(by.evidence, opinion) : 'agrees';
  const isShort = opinion.value === by.match && opinion.range !== null;
  return (
    <div className={classes.line}>
      <span>
        {words.sourceBy(sources[opinion.source], byOf(opinion))}
        <span className={classes.sub}>
          {isShort && opinion.range ? rangeText(opinion.range, language) : by.otherSentences[place]?.[language]}
        </span>
        <span className={classes.aside}>{words.aside[aside]}</span>
      </span>
      <MatchChip value={opinion.value} />
    </div>
  );
}

function Neighbour(props: { name: string; neighbour: Explanation['neighbours'][number] }): ReactNode {
  const { release, component, match } = props.neighbour;
  return (
    <div className={classes.line}>
      <span>
        <Link
          to={'/products/$model/$release' as never}
          params={{ model: release.model.slug, release: release.slug } as never}
          search={{ row: rowId(props.name, component) } as never}
        >
          <ReleaseWords release={release} />
        </Link>
        <span className={classes.sub}>
          <ComponentWords component={component} />
        </span>
      </span>
      <MatchChip value={match} />
    </div>
  );
}
