"""What can be searched: from the site to records, from records to the index of Pagefind. The page that asks it is
`overrides/search.html` with `assets/js/search.js`.
"""
