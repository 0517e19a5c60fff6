namespace CanaryConsole.Sandbox.S3;

/// <summary>Which of a bucket's keys are asked for: those under a prefix, with what lies behind the delimiter folded into common prefixes.</summary>
internal sealed record ObjectQuery(string Prefix, string Delimiter, string After, int Maximum)
{
    // Above every character of a key, so that a folded prefix skips all that is under it.
    private const char Last = '\uffff';

    public ObjectPage On(Bucket bucket)
    {
        var objects = new List<StoredObject>();
        var prefixes = new List<string>();
        var last = After;
        var position = Start(bucket);
        while (position < bucket.Objects.Count && bucket.Objects.Keys[position].StartsWith(Prefix, StringComparison.Ordinal))
        {
            if (objects.Count + prefixes.Count == Maximum)
            {
                return new ObjectPage(objects, prefixes, Maximum == 0 ? null : last);
            }

            var key = bucket.Objects.Keys[position];
            if (Folded(key) is { } folded)
            {
                prefixes.Add(last = folded);
                position = bucket.PositionOf(folded + Last);
            }
            else
            {
                objects.Add(bucket.Objects.Values[position++]);
                last = key;
            }
        }

        return new ObjectPage(objects, prefixes, Next: null);
    }

    private int Start(Bucket bucket)
    {
        var first = bucket.PositionOf(Prefix);
        if (After.Length == 0)
        {
            return first;
        }

        // A page that ended with a folded prefix goes on behind everything under it.
        var isFolded = Delimiter.Length > 0 && After.EndsWith(Delimiter, StringComparison.Ordinal) && Folded(After) == After;
        var next = bucket.PositionOf(isFolded ? After + Last : After);
        if (!isFolded && next < bucket.Objects.Count && bucket.Objects.Keys[next] == After)
        {
            next++;
        }

        return Math.Max(first, next);
    }

    private string? Folded(string key)
    {
        if (Delimiter.Length == 0 || key.Length < Prefix.Length)
        {
            return null;
        }

        var end = key.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + Delimiter.Length)];
    }
}
