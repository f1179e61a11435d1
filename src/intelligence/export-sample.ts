/** The vulnerability of the sample: a real one, as NVD tells it, so that the real record replaces it when it comes. */
const sampled = 'CVE-2021-3711';

const published = '2021-08-24T15:15:09.533';

const record = {
  ...{ id: sampled, sourceIdentifier: 'openssl-security@openssl.org', vulnStatus: 'Analyzed' },
  ...{ published, lastModified: published },
  descriptions: [{ lang: 'en', value: 'OpenSSL 1.1.1 to 1.1.1k write beyond a buffer when they decrypt by SM2.' }],
  metrics: {
    cvssMetricV31: [
      {
        ...{ source: 'nvd@nist.gov', type: 'Primary' },
        cvssData: {
          ...{ version: '3.1', vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
          ...{ baseScore: 9.8, baseSeverity: 'CRITICAL' },
        },
      },
    ],
  },
  weaknesses: [{ source: 'nvd@nist.gov', type: 'Primary', description: [{ lang: 'en', value: 'CWE-120' }] }],
  configurations: [
    {
      nodes: [
        {
          ...{ operator: 'OR', negate: false },
          cpeMatch: [
            {
              ...{ vulnerable: true, criteria: 'cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*' },
              ...{ versionStartIncluding: '1.1.1', versionEndExcluding: '1.1.1l' },
              matchCriteriaId: '00000000-0000-4000-8000-000000000001',
            },
          ],
        },
      ],
    },
  ],
  references: [{ url: `https://nvd.nist.gov/vuln/detail/${sampled}`, source: 'nvd@nist.gov' }],
};

/** One record in the form in which NVD's API answers. It applies to a part of the sample of bills of materials. */
export async function exportSample(): Promise<File> {
  const page = {
    ...{ resultsPerPage: 1, startIndex: 0, totalResults: 1, format: 'NVD_CVE', version: '2.0', timestamp: published },
    vulnerabilities: [{ cve: record }],
  };
  return new File([JSON.stringify(page, null, 1)], `${sampled}_nvd.json`, { type: 'application/json' });
}
