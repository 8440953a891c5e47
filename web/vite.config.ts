import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fieldFiles } from './src/field/worker/field-files.ts';

const server = process.env['GEZHI_SERVER'] ?? 'http://127.0.0.1:8080';
const served = ['/api', '/open311', '/r', '/files', '/healthz'];

export default defineConfig({
  plugins: [react(), fieldFiles()],
  // Some dependency still asks for React 18, which npm then hoists; every face must run on one React.
  resolve: { dedupe: ['react', 'react-dom'] },
  // The page carries its nonce in a meta tag that the server fills in (CSP forbids inline script and style without it).
  build: {
    manifest: 'manifest.json',
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { desk: 'desk.html', field: 'field.html', resident: 'src/resident/main.ts', sw: 'src/field/worker/sw.ts' },
      // Rules and shapes do nothing by being imported: what a page does not use of them (geometry, for one) stays out.
      treeshake: { moduleSideEffects: (id) => !/[\\/](domain|contract)[\\/]src[\\/]/.test(id) },
      output: {
        // The service worker keeps its address from build to build; everything else is named by its content.
        entryFileNames: ({ name }) => (name === 'sw' ? 'field/sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            // Both kits use them; in one kit's chunk they would bring that kit to the face of the other.
            {
              name: 'between',
              test: /node_modules[\\/](classnames|clsx|use-sync-external-store|@babel[\\/]runtime[\\/]helpers[\\/]interopRequireDefault|dayjs[\\/]dayjs\.min)/,
              priority: 30,
            },
            { name: 'preact', test: /node_modules[\\/]preact[\\/]/, priority: 30 },
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 20 },
            { name: 'antd-mobile', test: /node_modules[\\/]antd-mobile/, priority: 20 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/, priority: 10 },
            // The field app reads through the query cache and has no use for the desk's router and lists.
            { name: 'query', test: /node_modules[\\/]@tanstack[\\/](query-core|react-query)[\\/]/, priority: 20 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 10 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: Object.fromEntries(served.map((path) => [path, { target: server, changeOrigin: false }])),
  },
});
