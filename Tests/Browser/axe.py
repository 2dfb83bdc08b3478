"""What axe-core finds on a page: https://github.com/dequelabs/axe-core, in the package of another driver, of which nothing else is used."""

import importlib.resources

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(reader):
    """Rules and elements."""
    reader.js(AXE + "\nself.axe = axe;")
    return reader.driver.execute_async_script("""const [rules, done] = arguments;
        axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) =>
          done(violations.map(one => [one.id, ...one.nodes.map(node => node.html.slice(0, 160))])), fault => done([['failed', String(fault)]]))""", RULES)
