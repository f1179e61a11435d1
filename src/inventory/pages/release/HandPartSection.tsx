import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { EvidenceSection } from '#kit/Evidence';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { HandPart } from '../../contract/release-components.ts';
import shared from '../products.module.css';
import { useOrSay } from '../use-changed.ts';
import { useWho } from '../use-who.ts';
import { useComponentRefusal } from './component-refusal.ts';
import { text } from './components-text.ts';
import { releases } from './queries.ts';
import classes from './release.module.css';

const HandParts = lazy(() => import('./HandParts.tsx').then((loaded) => ({ default: loaded.HandParts })));

/** Who entered a part by hand and when, with what can be done about it. */
export function HandPartSection(props: { part: HandPart; mayChange: boolean; onGone: () => void }): ReactNode {
  const { part } = props;
  const { id, revision, component } = part;
  const words = useText(text).panel;
  const who = useWho();
  const toast = useToast();
  const [isEditing, setEditing] = useState(false);
  const orSay = useOrSay(useComponentRefusal());
  const remove = () =>
    orSay(
      releases.removeHandPart({ id, revision }).then((removed) => {
        props.onGone();
        toast(words.removedHand(component.name), { undo: () => orSay(releases.restoreHandPart(removed)) });
      }),
    );
  return (
    <EvidenceSection title={words.handPart}>
      <p className={shared.quiet}>
        <Time at={part.addedAt} /> {who(part.by)}
      </p>
      {part.note ? <p className={shared.prose}>{part.note}</p> : null}
      {props.mayChange ? (
        <div className={classes.act}>
          <Button size="small" icon="edit" onClick={() => setEditing(true)}>
            {words.changeHand}
          </Button>
          <Button size="small" icon="close" onClick={remove}>
            {words.removeHand}
          </Button>
        </div>
      ) : null}
      <Suspense>
        <HandParts releaseId={part.releaseId} part={part} opened={isEditing} onClose={() => setEditing(false)} />
      </Suspense>
    </EvidenceSection>
  );
}
