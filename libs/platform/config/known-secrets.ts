/** Passwords that stand in examples, tests and demonstrations: anybody knows them. */
const KNOWN_PASSWORDS = new Set([
  'changeme',
  'demo-secret',
  'example',
  'password',
  'postgres',
  'secret',
  'test-only',
  'front_door',
  'front-door',
]);

/** Whether the password in a URL is one that anybody knows. */
export function hasKnownPassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return password !== '' && (password === username || KNOWN_PASSWORDS.has(decodeURIComponent(password).toLowerCase()));
}
