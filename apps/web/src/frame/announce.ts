/** Says a change aloud through the frame's live region, for readers who do not see it happen. */
export function announce(text: string): void {
  const live = document.getElementById('live')
  if (live) live.textContent = text
}
