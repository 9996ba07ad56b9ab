/** `fetch` for uploads: the browser's own does not tell how far it has come. */

/** A fetch that tells which share of the body has been sent, 0 to 1. Aborts and failures are fetch's. */
export const uploadFetch =
  (onProgress: (share: number) => void): typeof fetch =>
  (input, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init.method ?? 'POST', input instanceof Request ? input.url : String(input));
      request.responseType = 'text';
      request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable && total > 0) onProgress(loaded / total);
      };
      request.onload = () => {
        const type = request.getResponseHeader('content-type') ?? 'application/json';
        resolve(
          new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
        );
      };
      request.onerror = () => reject(new TypeError('Failed to fetch'));
      request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
      if (init.signal?.aborted) request.onabort(new ProgressEvent('abort'));
      init.signal?.addEventListener('abort', () => request.abort());
      request.send(init.body instanceof FormData ? init.body : null);
    });
