/** Starts PostgreSQL and the migrated template, and says in TEST_ADMIN_URL where. */
export default function setUp(): Promise<void>;
