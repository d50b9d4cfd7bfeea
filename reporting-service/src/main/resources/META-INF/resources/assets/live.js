// Keeps a page that says id="live" data-stream="…" up to date: reads it again when the stream tells something, and every 15 s.
// Without JavaScript the page is as of when it was loaded.
(() => {
  const main = document.getElementById('main');
  let state = 'connecting';
  let reading = false;
  let again = false;

  const show = (text) => {
    state = text;
    const label = document.getElementById('live');
    if (label) label.textContent = text;
  };

  const read = async () => {
    if (reading) { again = true; return; }
    reading = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        main.replaceChildren(...page.getElementById('main').childNodes);
        show(state);
      } else {
        show('signed out');
      }
    } catch (unreachable) {
      show('no connection');
    }
    reading = false;
    if (again) { again = false; setTimeout(read, 500); }
  };

  const stream = new EventSource(document.getElementById('live').dataset.stream);
  stream.onopen = () => { show('live'); read(); };
  stream.onerror = () => show('connecting');
  stream.addEventListener('warned', read);
  stream.addEventListener('breached', read);
  stream.addEventListener('escalated', read);
  stream.addEventListener('missed', read);
  setInterval(read, 15000);
})();
