import type { ReactNode } from 'react';
import { Button, ButtonAnchor, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { text } from './list-text.ts';
import classes from './products.module.css';

/** Before the first product: by hand, or from the list that everybody has in Excel. */
export function FirstProduct(props: { onRegister: () => void }): ReactNode {
  const words = useText(text).products;
  const { language } = useLanguage();
  if (!useMay('product:write')) return <EmptyState why={words.first.why} />;
  return (
    <EmptyState
      why={words.first.why}
      next={words.first.next}
      action={
        <span className={classes.links}>
          <Button weight="main" icon="plus" onClick={props.onRegister}>
            {words.register}
          </Button>
          <ButtonLink to="/products/import" icon="upload">
            {words.import}
          </ButtonLink>
          <ButtonAnchor
            weight="quiet"
            icon="download"
            href={`/api/products/import-sample?format=xlsx&language=${language}`}
            download
          >
            {words.first.sample}
          </ButtonAnchor>
        </span>
      }
    />
  );
}
