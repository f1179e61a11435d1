import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Identification, Proposal } from '../../contract/identities.ts';
import { pairText } from '../../identity/product-pair.ts';
import { text } from '../text.ts';
import classes from './identities.module.css';

/** A candidate: the product, why it is one, and the two answers, or what was answered. */
export function ProposalLine(props: {
  of: Proposal;
  mayWrite: boolean;
  onAnswer: (answer: 'is' | 'is-not') => void;
  onRevoke: () => void;
}): ReactNode {
  const { of, mayWrite, onAnswer, onRevoke } = props;
  const words = useText(text).identity;
  const product = pairText(of);
  return (
    <li className={classes.proposal}>
      <span>
        <span className={classes.product} translate="no">
          {product}
        </span>
        <span className={classes.reasons}>
          <span>{words.whyOf(words.whys[of.why], of.tier)}</span>
          <span>{words.known(of.vulnerabilities)}</span>
        </span>
      </span>
      <span className={classes.deeds}>
        {of.said ? <SaidWords said={of.said} /> : null}
        {of.said ? (
          <Button size="small" disabled={!mayWrite} aria-label={words.revokeOf(product)} onClick={onRevoke}>
            {words.revoke}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              disabled={!mayWrite}
              aria-label={words.confirmOf(product)}
              onClick={() => onAnswer('is')}
            >
              {words.confirm}
            </Button>
            <Button
              size="small"
              disabled={!mayWrite}
              aria-label={words.ruleOutOf(product)}
              onClick={() => onAnswer('is-not')}
            >
              {words.ruleOut}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

/** 確認 佐藤 美咲 本日 9:06, and the note. */
function SaidWords({ said }: { said: Identification }): ReactNode {
  const words = useText(text).identity;
  return (
    <span className={classes.said}>
      <span className={classes.deeds}>
        <b>{words.answers[said.answer]}</b>
        <span>{words.saidBy(said.by)}</span>
        <Time at={said.at} />
      </span>
      {said.note ? <span className={classes.reasons}>{said.note}</span> : null}
    </span>
  );
}
