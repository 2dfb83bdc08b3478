"""What is wider than a sheet of paper."""


def put_in(reader):
    """Puts a line and a table that are wide into the first text of the page."""
    reader.js("""const text = document.querySelector('.text');
        text.append(Object.assign(document.createElement('pre'), { textContent: 'x'.repeat(400) }));
        const row = document.createElement('table').insertRow();
        for (let cell = 0; cell < 12; cell++) row.insertCell().textContent = 'Some ordinary words';
        text.append(row.closest('table'))""")


def cut_off(reader):
    """Which of them, by their tags, are not whole in the width of the body."""
    return reader.js("""return [...document.querySelectorAll('.text > :is(pre, table)')].filter(one =>
        one.scrollWidth > one.clientWidth + 2 || one.getBoundingClientRect().width > document.body.clientWidth + 1).map(one => one.tagName)""")
