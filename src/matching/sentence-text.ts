import { texts } from '#platform/browser/texts';

/** What a sentence is made of. Texts are ready for the language; empty where there are none. */
export type Facts = {
  /** The range is one version, which is ours. */
  isExact: boolean;
  /** "OpenSSL 1.1.1k" */
  part: string;
  range: string;
  /** On which side of the range the version lies, and the bound there. */
  side: 'fixed' | 'after-fixed' | 'after-last' | 'before' | 'unknown';
  bound: string;
  detail: string;
  source: string;
};

/** One sentence a reason. They never say "affected": that is a person's word. */
export const sentenceText = texts(
  {
    'in-range': ({ part, range, source, isExact }: Facts) =>
      isExact
        ? `${part} is one of the versions that ${source} names.`
        : range === ''
          ? `${part} is none of the versions that ${source} calls safe.`
          : `${part} lies within this range: ${range}.`,
    'all-versions': ({ part, source }: Facts) => `${source} speaks of all versions, and so of ${part}.`,
    'out-of-range': ({ part, side, bound, source }: Facts) =>
      ({
        fixed: `${part} is the fixed version.`,
        'after-fixed': `${part} is newer than the fixed ${bound}.`,
        'after-last': `${part} is newer than ${bound}, the last version of the range.`,
        before: `${part} is older than ${bound}, where the range begins.`,
        unknown: `${part} is in none of the ranges of ${source}.`,
      })[side],
    'not-listed': ({ part, source }: Facts) =>
      `${source} names single versions, and ${part} is none of them; of others it says nothing.`,
    'unaffected-range': ({ part, range, source, detail }: Facts) => {
      if (detail !== '') return `A person has read what ${source} says, “${detail}”: it means no version of ${part}.`;
      if (range === '') return `${source} says that ${part} is not concerned.`;
      return `${source} names the range of ${part} as safe: ${range}.`;
    },
    'no-version': ({ part }: Facts) =>
      `The parts list has no version of ${part}, so it cannot be told. Its version would settle it.`,
    'no-range': ({ part, source }: Facts) => `${source} says nothing of versions, so it cannot be told for ${part}.`,
    'empty-range': ({ range, part, source }: Facts) =>
      `The range of ${source} contradicts itself (${range}), so it cannot be told for ${part}.`,
    'unread-phrase': ({ detail, part, source }: Facts) =>
      `A person must read what ${source} says of versions: “${detail}”. It cannot be told for ${part} yet.`,
    'unread-exception': ({ detail, part, source }: Facts) =>
      `${source} excepts some versions in words that a person must read: “${detail}”. Whether ${part} is one of them cannot be told yet.`,
    fork: ({ part, range }: Facts) =>
      `${part} is a vendor's own line. It lies within this range: ${range}; but what is in it may differ from the original.`,
    'patch-level-unknown': ({ part, range }: Facts) =>
      `The patch level of ${part} is not known, and it decides here: ${range}.`,
    'pre-release-of-bound': ({ part, range }: Facts) =>
      `${part} comes just before the first version of this range: ${range}. It may have the same code.`,
    'other-scheme': ({ part, range }: Facts) =>
      `This range counts versions in another way than ${part} does: ${range}. They cannot be compared.`,
    'no-order': ({ part, range }: Facts) => `${part} and this range cannot be put into one order: ${range}.`,
    'distribution-decides': ({ part, source }: Facts) =>
      `${part} is a package of a distribution, which may have the fix in it already. Its own record decides, not ${source}.`,
    'weak-identity': ({ part, source }: Facts) =>
      `${part} has the same name as the product of ${source}, but the vendor is not confirmed.`,
    'other-environment': ({ part, detail }: Facts) =>
      `The record is about ${detail} only, and ${part} is not for that.`,
    'environment-unknown': ({ part, detail }: Facts) =>
      `The record is about ${detail} only, and whether ${part} is for that is not known.`,
    'condition-missing': ({ part, detail }: Facts) =>
      `The version of ${part} fits. Whether the release has ${detail} is not known.`,
    'condition-contradicted': ({ part, detail }: Facts) =>
      `${part} would need ${detail} beside it, and this release does not have it.`,
    'condition-needs-both': ({ part, detail }: Facts) =>
      `It holds only where ${part} and ${detail} are in one release. Whether the other is there is not known.`,
    negated: ({ part, source }: Facts) =>
      `${source} puts its condition the other way round, so it cannot be compared with ${part}.`,
    'whole-system': ({ part }: Facts) =>
      `The record lists ${part} because of one of its packages. Whether that is installed is not known.`,
    'not-built': ({ detail }: Facts) => `${detail} is not built in this release.`,
    'sources-disagree': ({ part, range }: Facts) =>
      `The sources contradict each other about ${part}: it lies within the range of one (${range}), and not of another.`,
    technology: ({ detail }: Facts) => `The vulnerability lies in ${detail}, which this product uses.`,
    rejected: ({ source, detail }: Facts) =>
      detail === '' ? `${source} has rejected this record.` : `${source} has rejected this record: ${detail}`,
    withdrawn: ({ source, detail }: Facts) =>
      detail === '' ? `${source} has withdrawn this record.` : `${source} has withdrawn this record: ${detail}`,
    agreed: (sources: string) => `The records of ${sources} agree.`,
    contradictory: (range: string, source: string, used: string) =>
      `The range of ${source} contradicts itself (${range}); that of ${used} was compared.`,
    identified: (part: string, product: string, by: string) => `${by} has confirmed that ${part} is ${product}.`,
    and: (names: string, last: string) => `${names} and ${last}`,
  },
  {
    'in-range': ({ part, range, source, isExact }) =>
      isExact
        ? `${part} は、${source}が対象として挙げた版です。`
        : range === ''
          ? `${part} は、${source}が安全とする版のどれにも当たりません。`
          : `${part} は、${range}に含まれます。`,
    'all-versions': ({ part, source }) => `${source}はすべての版を対象としており、${part} も含まれます。`,
    'out-of-range': ({ part, side, bound, source }) =>
      ({
        fixed: `${part} は、修正された版です。`,
        'after-fixed': `${part} は、修正された ${bound} より新しい版です。`,
        'after-last': `${part} は、範囲の最後の ${bound} より新しい版です。`,
        before: `${part} は、範囲が始まる ${bound} より古い版です。`,
        unknown: `${part} は、${source}のどの範囲にも含まれません。`,
      })[side],
    'not-listed': ({ part, source }) =>
      `${source}は対象の版を個別に挙げており、${part} はその中にありません。ほかの版については述べていません。`,
    'unaffected-range': ({ part, range, source, detail }) => {
      if (detail !== '') return `${source}の「${detail}」は、どの版も対象にしない記述と設定されています（${part}）。`;
      if (range === '') return `${source}は ${part} を対象外としています。`;
      return `${part} は、${source}が対象外とする範囲（${range}）に含まれます。`;
    },
    'no-version': ({ part }) => `${part} の版が部品表にないため、該当するか決められません。版が分かれば決まります。`,
    'no-range': ({ part, source }) => `${source}の記録に版の範囲がないため、${part} が該当するか決められません。`,
    'empty-range': ({ part, range, source }) =>
      `${source}の範囲が矛盾しています（${range}）。${part} が該当するか決められません。`,
    'unread-phrase': ({ part, detail, source }) =>
      `${source}の版の記述「${detail}」を読み取れません。${part} が該当するかは人の確認が必要です。`,
    'unread-exception': ({ part, detail, source }) =>
      `${source}は「${detail}」の版を除いていますが、この記述を読み取れません。${part} がその版に当たるかは人の確認が必要です。`,
    fork: ({ part, range }) =>
      `${part} はベンダー独自の派生版です。${range}に含まれますが、中身が元の版と同じとは限りません。`,
    'patch-level-unknown': ({ part, range }) =>
      `${part} のパッチレベルが分からないため、${range}に含まれるか決められません。`,
    'pre-release-of-bound': ({ part, range }) =>
      `${part} は、範囲（${range}）が始まる版の直前の開発版です。同じ箇所を含む可能性があります。`,
    'other-scheme': ({ part, range }) => `範囲（${range}）は ${part} と版の数え方が異なるため、比べられません。`,
    'no-order': ({ part, range }) => `${part} と範囲（${range}）は、版の前後を決められません。`,
    'distribution-decides': ({ part, source }) =>
      `${part} はディストリビューションのパッケージで、修正が取り込まれている可能性があります。${source}ではなく、配布元の記録で決まります。`,
    'weak-identity': ({ part, source }) =>
      `${part} は${source}の製品と名前が同じですが、ベンダーが確かめられていません。`,
    'other-environment': ({ part, detail }) => `記録は ${detail} だけを対象としており、${part} は当たりません。`,
    'environment-unknown': ({ part, detail }) =>
      `記録は ${detail} だけを対象としています。${part} がそれに当たるかは分かりません。`,
    'condition-missing': ({ part, detail }) =>
      `${part} の版は範囲に含まれます。リリースに ${detail} があるかは分かりません。`,
    'condition-contradicted': ({ part, detail }) =>
      `${part} は ${detail} と組み合わさる場合だけが対象で、このリリースにはありません。`,
    'condition-needs-both': ({ part, detail }) =>
      `${part} と ${detail} の両方が同じリリースにある場合だけが対象です。もう一方があるかは分かりません。`,
    negated: ({ part, source }) => `${source}の条件は否定で書かれており、${part} と比べられません。`,
    'whole-system': ({ part }) =>
      `記録は、含まれるパッケージのために ${part} を挙げています。そのパッケージがあるかは分かりません。`,
    'not-built': ({ detail }) => `${detail} はこのリリースで組み込んでいません。`,
    'sources-disagree': ({ part, range }) =>
      `記録が食い違っています。${part} は、一方の範囲（${range}）に含まれ、他方では含まれません。`,
    technology: ({ detail }) => `この脆弱性は ${detail} にあり、この製品はそれを使っています。`,
    rejected: ({ source, detail }) =>
      detail === '' ? `${source}がこの記録を却下しました。` : `${source}がこの記録を却下しました（${detail}）。`,
    withdrawn: ({ source, detail }) =>
      detail === '' ? `${source}がこの記録を取り下げました。` : `${source}がこの記録を取り下げました（${detail}）。`,
    agreed: (sources) => `${sources}の記録が一致しています。`,
    contradictory: (range, source, used) =>
      `${source}の範囲が矛盾しています（${range}）。${used}の範囲で照合しました。`,
    identified: (part, product, by) => `${part} が ${product} であることは、${by}が確認しています。`,
    and: (names, last) => `${names}と${last}`,
  },
);
