// Counts seconds down by the clock, not by the ticks: a tab that slept, or a clock that a test moved, is right at once.

export function countDown(seconds, onSecond) {
  const end = Date.now() + seconds * 1000;
  const timer = setInterval(tick, 1000);
  tick();
  return () => clearInterval(timer);

  function tick() {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (left === 0) clearInterval(timer);
    onSecond(left);
  }
}

// 180 -> "3:00"
export const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
