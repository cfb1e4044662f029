// Bundles the workbench's modules and styles: node build.mjs [OUT_FOLDER]
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = new URL(".", import.meta.url);
const out = process.argv[2] ?? fileURLToPath(new URL("../src/vedette/workbench/built", here));
await build({
  absWorkingDir: fileURLToPath(here),
  entryPoints: { workbench: "src/workbench.ts", desk: "styles/desk.css" },
  outdir: out,
  bundle: true,
  minify: true,
  target: ["es2022"],
  logLevel: "warning",
});
