/** The design system's own script, served beside ours. */
export function initAll(): void;
