import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { Today } from '../../contract.ts';
import classes from '../match.module.css';
import { text } from '../text.ts';
import { productCountsQuery } from './product-counts.ts';

/** What cannot be compared: red numbers with a button, never left out as zero. */
export function Lacking({ today }: { today: Today }): ReactNode {
  const words = useText(text).today;
  const withoutSbom = useQuery(productCountsQuery).data?.all.withoutSbom ?? 0;
  return (
    <Panel title={words.lacking} aside={words.lackingNote}>
      <Line count={today.unidentified} what={words.unidentified} why={words.unidentifiedSub}>
        <ButtonLink size="small" to="/products" search={{ missing: 'identity' } as never}>
          {words.toUnidentified}
        </ButtonLink>
      </Line>
      <Line count={today.phrases} what={words.phrases} why={words.phrasesSub}>
        <ButtonLink size="small" to={'/vulnerabilities/phrases' as never}>
          {words.toPhrases}
        </ButtonLink>
      </Line>
      <Line count={withoutSbom} what={words.withoutSbom} why={words.withoutSbomSub}>
        <ButtonLink size="small" to="/products" search={{ missing: 'sbom' } as never}>
          {words.toWithoutSbom}
        </ButtonLink>
      </Line>
    </Panel>
  );
}

function Line(props: { count: number; what: string; why: string; children: ReactNode }): ReactNode {
  return (
    <div className={classes.lacking}>
      <b data-none={props.count === 0 || undefined}>{countText(props.count)}</b>
      <span>
        {props.what}
        <span className={classes.sub}>{props.why}</span>
      </span>
      {props.count > 0 ? props.children : <span />}
    </div>
  );
}
