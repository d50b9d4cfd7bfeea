// Sends what a button says: data-post is where, data-sha256 which text is meant, data-ask what to ask before.
// The header is one that only a page of this origin can send; a refusal is shown beside the button.
(() => {
  const say = (button, text) => {
    const told = button.parentElement.querySelector('.refused') || document.createElement('span');
    told.className = 'refused';
    told.setAttribute('role', 'alert');
    told.textContent = text;
    button.parentElement.append(told);
  };

  const send = async (button) => {
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.post, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Leadloop-Page': '1' },
        body: JSON.stringify(button.dataset.sha256 ? { sha256: button.dataset.sha256 } : {}),
      });
      if (answer.ok) {
        location.reload();
        return;
      }
      const problem = await answer.json().catch(() => ({}));
      say(button, problem.detail || 'That did not work (' + answer.status + ').');
    } catch (unreachable) {
      say(button, 'No connection. Try again.');
    }
    button.disabled = false;
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-post]');
    if (button && (!button.dataset.ask || confirm(button.dataset.ask))) send(button);
  });
})();
