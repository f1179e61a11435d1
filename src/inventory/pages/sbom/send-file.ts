import { ApiProblem, type Problem } from '#platform/browser/client';
import type { SbomImport } from '../../contract/sbom-shapes.ts';

/**
 * Sends a file as the bill of materials of a release. The typed client cannot say how far an upload is; this can.
 * @param onSent  the share that has left this machine, 0 to 1
 * @throws ApiProblem for a refusal and for a server that cannot be reached
 */
export function sendFile(releaseId: string, file: File, onSent: (share: number) => void): Promise<SbomImport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (problem: Partial<Problem>) =>
      reject(
        new ApiProblem({
          type: 'about:blank',
          title: 'unreachable',
          status: request.status,
          code: 'unreachable',
          detail: 'The upload did not arrive',
          ...problem,
        }),
      );
    request.open('POST', `/api/releases/${releaseId}/sboms`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve(request.response) : fail(request.response ?? {}));
    request.onerror = () => fail({});
    const body = new FormData();
    body.set('file', file);
    request.send(body);
  });
}
