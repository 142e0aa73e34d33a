/** The mark of kedun: a shield with a tick. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M12 1.8 3.6 4.9v6.5c0 5 3.4 8.9 8.4 10.8 5-1.9 8.4-5.8 8.4-10.8V4.9L12 1.8Z" fill="currentColor" />
      <path d="m8 12.2 2.8 2.8L16 9.4" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
