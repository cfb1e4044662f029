"""Archives: reports from local disks and object storage, read by the machines of a Ray cluster.

from vedette.bulk import ingest_archive
for outcome in ingest_archive(["s3://news/2016/"], "postgresql://ann@db/war", address="auto"):
    ...
"""

from vedette.bulk.archive import ingest_archive, read_urls

__all__ = ["ingest_archive", "read_urls"]
