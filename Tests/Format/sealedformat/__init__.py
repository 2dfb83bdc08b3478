"""A reader of sealed sites, written from Sources/Access/FORMAT.md alone.

It is here to show that the page says all that is needed, and that what `rostrum` writes is what the page says. It has been
written without a look at the readers in Swift and JavaScript, and is to be kept so: where the three disagree, FORMAT.md decides.
"""
