using System.Text.RegularExpressions;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The data capture of a request, held to what SageMaker takes. Pure.</summary>
internal static partial class PlanCapture
{
    private const int LongestDestination = 512;

    /// <summary>Null where none was asked for.</summary>
    public static DataCapture? Of(RolloutRequest request, EndpointDescription endpoint, Challenger challenger)
    {
        if (request.Capture is not { } asked)
        {
            return null;
        }

        var share = RequestBounds.Within("capture.share", asked.Share, double.NaN, 0, 1);
        if (Math.Abs((share * 100) - Math.Round(share * 100)) > 1e-9)
        {
            throw RequestBounds.Invalid("capture.share", FormattableString.Invariant($"capture.share is {share}; SageMaker captures whole percents, as in 0.05 for 5 %."));
        }

        if (request.Strategy is not (Strategy.BlueGreen or Strategy.Rolling) && endpoint.Variant(challenger.VariantName) is { CurrentWeight: > 0 })
        {
            throw new PlanProblemException(
                RefusalKind.Conflict, "capture", $"capture was given, but {challenger.VariantName} serves on {endpoint.Name} already: this rollout makes no configuration that could say so.");
        }

        var destination = asked.Destination is { Length: > 0 } given ? given.TrimEnd('/') : endpoint.Capture?.Destination;
        return (share, destination) switch
        {
            (0, null) => new DataCapture("", Percentage.Zero),
            (_, null) => throw RequestBounds.Invalid(
                "capture.destination", $"capture.destination is missing; endpoint {endpoint.Name} captures nothing now, so say where to, as in s3://bucket/prefix."),
            (_, { Length: <= LongestDestination }) when S3Prefix().IsMatch(destination) => new DataCapture(destination, Percentage.FromFraction(Math.Round(share, 2))),
            _ => throw RequestBounds.Invalid(
                "capture.destination", $"capture.destination is \"{destination}\"; it must be an S3 address as in s3://bucket/prefix, at most {LongestDestination} characters long."),
        };
    }

    /// <summary>From a plan back to what would make it again.</summary>
    public static CaptureRequest? Request(DataCapture? capture) =>
        capture is null ? null : new CaptureRequest(capture.Sampling.Fraction, capture.Destination.Length > 0 ? capture.Destination : null);

    [GeneratedRegex(@"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\s?#]*)?$")]
    private static partial Regex S3Prefix();
}
