import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { FormActions, TextField } from '#kit/Field';
import { useSubmit } from '#kit/Submit';
import { useText } from '#platform/browser/language';
import { text } from '../text.ts';
import classes from './identities.module.css';

type Pair = { vendor: string; product: string };

/** A product that is not among the candidates, as a CPE names it. */
export function OtherProduct(props: { onConfirm: (pair: Pair) => Promise<void>; busy: boolean }): ReactNode {
  const words = useText(text).identity;
  const [pair, setPair] = useState<Pair>({ vendor: '', product: '' });
  const { submit, faults } = useSubmit<'vendor' | 'product'>(
    async () => {
      await props.onConfirm(pair);
      setPair({ vendor: '', product: '' });
    },
    () => ({
      ...(pair.vendor.trim() === '' ? { vendor: words.missing } : {}),
      ...(pair.product.trim() === '' ? { product: words.missing } : {}),
    }),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={words.other} className={classes.other}>
      <h3>{words.other}</h3>
      <p className={classes.why}>{words.otherHint}</p>
      <div className={classes.pair}>
        {(['vendor', 'product'] as const).map((part) => (
          <TextField
            key={part}
            label={words[part]}
            error={faults[part]}
            name={`identity-${part}`}
            maxLength={200}
            autoCapitalize="none"
            spellCheck={false}
            value={pair[part]}
            onChange={({ target }) => setPair({ ...pair, [part]: target.value })}
          />
        ))}
      </div>
      <FormActions>
        <Button type="submit" busy={props.busy}>
          {words.confirm}
        </Button>
      </FormActions>
    </form>
  );
}
