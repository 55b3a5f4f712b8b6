import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/**
 * Serves a built site as any static host would, with the 404 page for what is not there.
 *
 * @param folder the built site
 * @param options.port 0 takes any free port
 * @param options.base the folder of the address under which the site stands, as in `/guide/`
 */
export const serve = async (
  folder: string,
  { port = 0, base = '/' }: { port?: number; base?: string } = {},
): Promise<{ server: Server; url: string }> => {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const missing = (): void => {
      response.statusCode = 404;
      request.url = '/404.html';
      files(request, response, () => void response.end('Not found'));
    };
    if (!url.startsWith(base)) return missing();
    request.url = `/${url.slice(base.length)}`;
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${taken}${base}` };
};
