/** What is used of WebAssembly (W3C, JavaScript Interface), which TypeScript declares only together with everything that browsers have. */
declare namespace WebAssembly {
  /** Compiles bytes. */
  const Module: new (bytes: Uint8Array) => object;
  /** Gives a compiled module a memory of its own. */
  const Instance: new (module: object) => { readonly exports: unknown };
}
