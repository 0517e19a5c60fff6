namespace CanaryConsole.Sandbox.S3;

/// <summary>Remembers which buckets and objects there are. Called under the catalog's lock, one change at a time.</summary>
internal interface IBucketIndex
{
    IEnumerable<Bucket> Load();

    void Keep(Bucket bucket);

    void Forget(Bucket bucket);

    void Keep(Bucket bucket, StoredObject stored);

    void Forget(Bucket bucket, string key);
}
