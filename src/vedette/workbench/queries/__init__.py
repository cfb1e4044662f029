"""What each page shows, asked of the ledger: dataclasses that the pages draw and the API returns alike.

Nothing here reads the whole ledger: a page costs the same in a ledger of a million claims.
"""
