/** `npm start`, after the build: serves `dist/` and says where. */
import { serve } from './serve.ts';

const wanted = Number(process.env['PORT'] ?? 4321);
const { url } = await serve('dist', { port: wanted }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return serve('dist');
});
console.log(`The guide is at ${url} (Ctrl+C stops it)`);
