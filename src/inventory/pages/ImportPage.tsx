import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonAnchor } from '#kit/Button';
import { PageHead } from '#kit/PageHead';
import { Stack } from '#kit/Panel';
import { useLanguage, useText } from '#platform/browser/language';
import type { Preview } from '../preview.ts';
import { ImportFile } from './ImportFile.tsx';
import { text } from './import-text.ts';
import { text as modelText } from './model-text.ts';
import { PreviewedModels } from './PreviewedModels.tsx';
import { importsQuery, products } from './queries.ts';
import { RecentImports } from './RecentImports.tsx';
import type { Importing } from './use-import.ts';

/** 製品を取り込む: a file, what it would change, and only then the change; below, what was imported before. */
export function ImportPage(): ReactNode {
  const { import: words } = useText(text);
  const { model } = useText(modelText);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const importing: Importing<Preview> = {
    read: (file) => products.previewImport({ file }),
    apply: async (id) => (await products.applyImport({ id })).models,
    undo: async (id) => (await products.undoImport({ id })).models,
    applied: words.applied,
    undone: words.undone,
  };
  const link = (href: string, label: string) => (
    <ButtonAnchor size="small" weight="quiet" icon="download" href={href} download>
      {label}
    </ButtonAnchor>
  );
  return (
    <>
      <PageHead title={words.title} answer={words.answer} crumbs={[{ label: model.crumb, to: '/products' }]} />
      <Stack>
        <ImportFile
          importing={importing}
          hint={words.fileHint}
          links={
            <>
              {link(`/api/products/import-sample?format=xlsx&language=${language}`, words.sample)}
              {link(`/api/products/export?format=xlsx&language=${language}`, words.current)}
            </>
          }
          shown={(previewed, apply) => <PreviewedModels {...previewed} apply={apply} />}
          onApplied={() => navigate({ to: '/products' })}
        />
        <RecentImports found={useInfiniteQuery(importsQuery())} importing={importing} />
      </Stack>
    </>
  );
}
