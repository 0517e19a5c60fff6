using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Capture;

/// <summary>What an endpoint config captures of its invocations, and where it goes.</summary>
internal sealed record CaptureRule(double Share, string Bucket, string Prefix, bool TakesInput, bool TakesOutput, IReadOnlySet<string> CsvTypes, IReadOnlySet<string> JsonTypes)
{
    private const string Scheme = "s3://";

    /// <summary>Null where nothing is captured.</summary>
    public static CaptureRule? Of(DataCaptureConfig? config)
    {
        if (config is null or { EnableCapture: false } or { InitialSamplingPercentage: 0 }
            || config.DestinationS3Uri is not { } uri
            || !uri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var slash = uri.IndexOf('/', Scheme.Length);
        var modes = config.CaptureOptions?.Select(option => option.CaptureMode).ToList() ?? [];
        var both = modes.Contains(CaptureMode.InputAndOutput);
        return new CaptureRule(
            (config.InitialSamplingPercentage ?? 0) / 100.0,
            slash < 0 ? uri[Scheme.Length..] : uri[Scheme.Length..slash],
            slash < 0 ? "" : uri[(slash + 1)..].Trim('/'),
            both || modes.Contains(CaptureMode.Input),
            both || modes.Contains(CaptureMode.Output),
            Types(config.CaptureContentTypeHeader?.CsvContentTypes),
            Types(config.CaptureContentTypeHeader?.JsonContentTypes));
    }

    /// <summary>SageMaker's layout: one folder an hour, in it files named after the minute they begin in.</summary>
    public string Key(string endpoint, string variant, DateTimeOffset at, Guid id) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(Prefix.Length > 0 ? $"{Prefix}/" : "")}{endpoint}/{variant}/{at.UtcDateTime:yyyy/MM/dd/HH/mm-ss-fff}-{id}.jsonl");

    private static HashSet<string> Types(List<string>? types) => new(types ?? [], StringComparer.OrdinalIgnoreCase);
}
