import { infiniteQueryOptions } from '@tanstack/react-query';
import { clientOf } from '#platform/browser/client';
import { registerImportEndpoints } from '../../contract/register-imports.ts';
import type { RegisterName } from '../../model/registers.ts';
import { everything } from '../queries.ts';

/** Calls about files of registers. */
export const files = clientOf(registerImportEndpoints);

/** Where each register is exported. */
export const exportPaths: Record<RegisterName, string> = {
  releases: '/api/releases/export',
  hardware: '/api/hardware/export',
  parts: '/api/release-parts/export',
  dependencies: '/api/model-dependencies/export',
  partners: '/api/partners/export',
  'sold-as': '/api/sold-as/export',
  shipments: '/api/shipments/export',
  tags: '/api/products/tags/export',
};

export const registerImportsQuery = (register: RegisterName) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'imports', register],
    queryFn: ({ pageParam }) =>
      files.listRegisterImports({ register, limit: 20, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
