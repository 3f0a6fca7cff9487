// The page in a frame of another page: it tells which event is chosen, and lets the page around choose one.
// Only an event's id is told, so the message may go to whoever holds the frame.

const KIND = "timeline:event";

// `choose(id | null)`.
export function startEmbedded(choose) {
  if (window.parent === window) return () => {};
  window.addEventListener("message", (message) => {
    if (message.source !== window.parent || !message.data || message.data.type !== KIND) return;
    choose(typeof message.data.id === "string" ? message.data.id : null);
  });
  return (id) => window.parent.postMessage({ type: KIND, id }, "*");
}
