import Markdown

MarkdownWorker.runIfAsked()
print("rostrum")
