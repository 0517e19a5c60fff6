namespace CanaryConsole.Sandbox.S3;

/// <summary>What a client says about an object: the headers that come back with it, its own metadata and its tags.</summary>
internal sealed record ObjectTraits(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> Tags)
{
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    public static ObjectTraits OfType(string contentType) => new(new Dictionary<string, string> { ["Content-Type"] = contentType }, Nothing, Nothing);
}
