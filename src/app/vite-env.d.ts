interface ImportMetaEnv {
  /** "mock" in the mock and demo builds, replaced at build time; absent in production. */
  readonly VITE_API?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
