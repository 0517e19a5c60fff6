using System.Text.RegularExpressions;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Tags within Amazon's bounds: what a tag cannot hold becomes a hyphen, what is too long is cut.</summary>
internal static partial class TagText
{
    private const int MostKey = 128;
    private const int MostValue = 256;

    public static List<Tag> Of(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.Select(tag => new Tag { Key = Fit(tag.Key, MostKey), Value = Fit(tag.Value, MostValue) }).DistinctBy(tag => tag.Key)];

    private static string Fit(string text, int most)
    {
        var clean = Foreign().Replace(text, "-");
        return clean.Length <= most ? clean : clean[..most];
    }

    [GeneratedRegex(@"[^\p{L}\p{Z}\p{N}_.:/=+\-@]")]
    private static partial Regex Foreign();
}
