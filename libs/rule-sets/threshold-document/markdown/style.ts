/** Readable at any width and zoom, in dark rooms and on paper; colours keep a contrast of at least 7 to 1. */
export const STYLE = `:root { color-scheme: light dark; }
body { font-family: Arial, sans-serif; font-size: 1.1875rem; line-height: 1.5; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }
h3 { margin-top: 2.5rem; }
li { margin: 0.25rem 0; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: 0.5rem 1rem; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .skip { display: none; }
  h2, h3, h4 { break-after: avoid; }
  h4 + ul { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
