import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonAnchor } from '#kit/Button';
import { ExportButton } from '#kit/ExportButton';
import { FactList } from '#kit/Facts';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Tabs } from '#kit/Tabs';
import { oneOf, useUrlState } from '#kit/UrlState';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { RegisterName } from '../../model/registers.ts';
import { sheetColumns } from '../../register/sheet/columns.ts';
import type { RegisterPreview } from '../../register-preview.ts';
import { registersText } from '../../registers-text.ts';
import { ImportFile } from '../ImportFile.tsx';
import { RecentImports } from '../RecentImports.tsx';
import type { Importing } from '../use-import.ts';
import { exportPaths, files, registerImportsQuery } from './file-queries.ts';
import { text } from './files-text.ts';
import { PreviewedEntries } from './PreviewedEntries.tsx';

// The order in which a new house brings them in, the most asked for first.
const shown = [
  'releases',
  'hardware',
  'parts',
  'dependencies',
  'partners',
  'sold-as',
  'shipments',
  'tags',
] as const satisfies readonly RegisterName[];
const params = { register: oneOf(shown, 'releases') };

/** 台帳のファイル: every register goes out as a file and comes in again, previewed, applied, taken back. */
export function FilesPage(): ReactNode {
  const words = useText(text);
  const { registers } = useText(registersText);
  const { language } = useLanguage();
  const mayWrite = useMay('product:write');
  const [{ register }] = useUrlState(params);
  return (
    <>
      <PageHead
        title={words.title}
        answer={mayWrite ? words.answer : words.answerReader}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          <ExportButton href={(format) => `${exportPaths[register]}?${new URLSearchParams({ format, language })}`} />
        }
      />
      <Tabs
        label={words.choose}
        tabs={shown.map((name) => ({
          label: registers[name],
          to: '/products/files',
          search: name === 'releases' ? {} : { register: name },
          current: name === register,
        }))}
      />
      <Stack>
        <About register={register} />
        {mayWrite ? <Files key={register} register={register} /> : null}
      </Stack>
    </>
  );
}

function About({ register }: { register: RegisterName }): ReactNode {
  const words = useText(text);
  const { columns: names } = useText(registersText);
  const { columns, needed } = sheetColumns[register];
  const said = (keys: readonly (keyof typeof names)[]) => keys.map((key) => names[key]).join(words.separator);
  return (
    <Panel padded>
      <FactList
        facts={[
          [words.row, words.about[register]],
          [words.needed, said(needed)],
          [words.optional, said(columns.filter((key) => !needed.includes(key)))],
        ]}
      />
    </Panel>
  );
}

function Files({ register }: { register: RegisterName }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const importing: Importing<RegisterPreview> = {
    read: (file) => files.previewRegisterImport({ register, file }),
    apply: async (id) => (await files.applyRegisterImport({ register, id })).entries,
    undo: async (id) => (await files.undoRegisterImport({ register, id })).entries,
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
      <ImportFile
        importing={importing}
        hint={words.hint}
        links={
          <>
            {link(`/api/registers/${register}/import-sample?format=xlsx&language=${language}`, words.sample)}
            {link(`${exportPaths[register]}?format=xlsx&language=${language}`, words.current)}
          </>
        }
        shown={(previewed, apply) => <PreviewedEntries {...previewed} apply={apply} />}
      />
      <RecentImports found={useInfiniteQuery(registerImportsQuery(register))} importing={importing} />
    </>
  );
}
